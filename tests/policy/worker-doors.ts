// What the worker may call: it reads no table, and these are all it has.
/** The doors of the worker that sends mail and signs chains. */
export const WORKER_DOORS = [
  'chains_to_anchor',
  'claim_mail',
  'due_mail',
  'due_terms',
  'failed_jobs',
  'job_failed',
  'keep_anchor',
  'mail_done',
  'needless_files',
  'notices_state',
  'put_mail',
  'raise_alerts',
  'revive_jobs',
  'take_news',
  'term_done',
  'tidy',
  'tidy_drafts',
  'tidy_notices',
  'unanchored',
  'watch_chains',
]
