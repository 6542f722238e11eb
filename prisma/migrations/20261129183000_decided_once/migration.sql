-- A tafel decides on a case once. The same words in a second version would be a decision without the conditions of the first,
-- by one person alone: what is put right afterwards names the version that it replaces.
CREATE UNIQUE INDEX one_decision_per_tafel ON case_decisions (subject_id, tafel) WHERE adopted_on IS NOT NULL AND replaces IS NULL;
