-- A large world is written by the role that owns the rights, rows of lists included.
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO thuistafel_kernel;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO thuistafel_kernel;
