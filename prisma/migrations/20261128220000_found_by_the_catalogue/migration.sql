-- A paper comes in once in its case. That its file is of this case and no other is in its seal; a value that is unique over all
-- cases would tell of a case that one may not see.
DROP INDEX one_identity_paper, one_income_paper, one_housing_paper, one_support_paper, one_contract_paper, one_own_paper;
CREATE UNIQUE INDEX one_identity_paper ON case_papers_identity (subject_id, paper) WHERE withdrawn_on IS NULL;
CREATE UNIQUE INDEX one_income_paper ON case_papers_income (subject_id, paper) WHERE withdrawn_on IS NULL;
CREATE UNIQUE INDEX one_housing_paper ON case_papers_housing (subject_id, paper) WHERE withdrawn_on IS NULL;
CREATE UNIQUE INDEX one_support_paper ON case_papers_support (subject_id, paper) WHERE withdrawn_on IS NULL;
CREATE UNIQUE INDEX one_contract_paper ON case_papers_contract (subject_id, paper) WHERE withdrawn_on IS NULL;
CREATE UNIQUE INDEX one_own_paper ON case_papers_own (subject_id, paper) WHERE withdrawn_on IS NULL;

-- As before; who asks is looked up once for a query.
DROP POLICY readable ON draft;
CREATE POLICY readable ON draft FOR SELECT TO thuistafel_app
  USING (membership_id = (SELECT app.membership()) AND app.may_draft((SELECT app.actor()), subject_kind, step, subject_id));
