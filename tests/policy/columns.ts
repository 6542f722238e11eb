// Every column outside the compartments that the application may read. A new one comes in here, with a policy of its table
// that fits all of them, or not at all.
export const COLUMNS: Readonly<Record<string, string>> = {
  account: 'deactivated_at email fictional id name',
  alert: 'about account_id covenant_id day id organisation_id raised_at seen_at seen_by times told_at',
  anchor: 'made_at number organisation_id seq signature statement',
  // The link of oneself: what it is made from does not give it without the key of the installation.
  calendar_feed: 'made_at membership_id nonce token_hash',
  code: 'code description list name parent',
  covenant: 'help_contact id key kind name prefix privacy_contact signed_on tafel_host_id',
  covenant_change:
    'covenant_id ended_at ended_by id number outcome proposed_at proposed_by rules valid_from why',
  covenant_party: 'covenant_id organisation_id valid_from valid_until',
  covenant_version: 'covenant_id id number rules valid_from',
  // The own drafts only, and of what is typed in them nothing but what is sealed.
  draft: 'about changed_at discarded_at id membership_id sealed seq step subject_id subject_kind',
  emergency_access: 'account_id case_id membership_id organisation_id since subject_id until',
  first_view: 'membership_id view_id',
  // The own imports only; what rows hold is sealed.
  import: 'agreed_at checksum ended_at format headings id kind made_at mapping membership_id rows state',
  import_row: 'import_id nr reason sealed state twin',
  installation: 'demo id',
  journal:
    'account_id action_key cause_id consents covenant_id from_stage ground hash id kind membership_id organisation_id origin payload_hash previous_hash purpose recorded_at request_id result role seq session shown step subject_id subject_kind taken_on tells to_stage transaction_id',
  mail_choice: 'account_id changed_at choice',
  mandate: 'covenant_id from_id to_id',
  // Of what a run was made only the matching membership reads, and it is sealed.
  matching_input: 'run_id sealed',
  matching_proposal: 'case_id dwelling_id fit kind run_id urgency',
  // The seed is sealed until the run ended.
  matching_run:
    'asked_at commitment covenant_id covenant_version_id ended_at found id input_hash membership_id progress result_hash seed state',
  membership: 'account_id covenant_id ended_at id organisation_id role valid_from valid_until',
  named_person: 'membership_id subject_id',
  norm: 'below_age kind source status valid_from value',
  // Which notices they read themselves.
  notice_read: 'membership_id outbox_id read_at',
  organisation: 'fictional id key kind name',
  outbox:
    'covenant_id created_at delivered_at holder_id id journal_id membership_id role rung step subject_id subject_kind task',
  device_choice: 'allowed chosen_at chosen_by number organisation_id',
  own_words: 'ended_at ended_by id number organisation_id outcome proposed_at proposed_by words',
  party: 'organisation_id part subject_id subject_kind',
  policy_cause: 'cause kind step',
  policy_grant: 'guarded kind needs object relation role stage verb',
  policy_role: 'organisation_kind role',
  proposal_answer: 'answer answered_at case_id membership_id reason role run_id seconds',
  policy_weighed: 'fields kind object owner source step',
  relation:
    'covenant_id due_on holder_id household_id number part person_id relation shielded stage subject_id subject_kind until',
  row_taken_back: 'row_id subject_id',
  spine:
    'covenant_id covenant_version_id household_id id kind number opened_on person_id shielded stage version',
  // Who was told that a task is late, for whoever sees the task.
  term_told: 'covenant_id due_on heard id rung since subject_id task told_at',
  // Where a provider guides: its own people, the regie and the gemeenten.
  support_area: 'always covenant_id guides municipality_id number organisation_id places said_at said_by',
  turn: 'covenant_id due_on holder_id id paused_on role since subject_id subject_kind task',
  // What a decision rested on, by the rights to each group of facts and to why it was decided so.
  weighed: 'covenant_id facts object record_id step subject_id version weighed_on',
  // Codes and a name; one's own, and what others at the organisation share.
  work_view: 'asked changed_at covenant_id id membership_id name organisation_id reach role',
}
