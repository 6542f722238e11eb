-- The two readings of homes that last belong to a role that nobody signs in as. They read by the rights of whoever asks, as before.
ALTER FUNCTION app.homes_kept(date, date) OWNER TO thuistafel_kernel;
ALTER FUNCTION app.homes_at(date, date, date) OWNER TO thuistafel_kernel;
