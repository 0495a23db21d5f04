/** What becomes of rows when the person is erased: gone; kept as they are, with the pseudonym; kept without what they say of the person. */
export type TraceErasure = 'removed' | 'kept' | 'emptied';

/** A column that names a person who has an account, and what of its row belongs into a copy of that person's data. */
export interface PersonTrace {
  readonly table: string;
  readonly column: string;
  readonly erasure: TraceErasure;
  /** Never a secret, and of companies no more than what was done when to what. */
  readonly shown: readonly string[];
  /** A column of JSON of which only these keys are shown. */
  readonly picked?: { readonly column: string; readonly keys: readonly string[] };
}

const own = (table: string, erasure: TraceErasure, ...shown: readonly string[]): PersonTrace => ({
  table,
  column: 'user_id',
  erasure,
  shown,
});

const did = (table: string, column: string, ...shown: readonly string[]): PersonTrace => ({
  table,
  column,
  erasure: 'kept',
  shown,
});

/**
 * Every column of the database that refers to a person with an account. A copy of the person's data and the erasure are made from
 * it; a test compares it with the foreign keys of the schema, so that no table is forgotten.
 */
export const personTraces: readonly PersonTrace[] = [
  {
    table: 'users',
    column: 'id',
    erasure: 'emptied',
    shown: [
      'id',
      'sign_in_name',
      'name',
      'registration_number',
      'language',
      'active',
      'created_at',
      'password_changed_at',
      'email',
      'mail_choice',
    ],
  },
  own('user_roles', 'removed', 'role'),
  own('company_places', 'removed', 'organization_id', 'role'),
  own('person_erasures', 'kept', 'number', 'erased_at'),
  did('person_erasures', 'erased_by', 'number', 'erased_at'),

  own('password_links', 'removed', 'created_at', 'expires_at'),
  { ...own('sessions', 'removed', 'expires_at'), picked: { column: 'data', keys: ['begunAt', 'origin'] } },
  own('known_devices', 'removed', 'used_at'),
  own('authenticators', 'removed', 'confirmed_at'),
  own('recovery_codes', 'removed', 'created_at'),
  own('passkeys', 'removed', 'name', 'created_at', 'used_at'),
  own('provider_identities', 'removed', 'issuer', 'subject', 'label', 'created_at'),
  own('api_tokens', 'removed', 'name', 'scopes', 'created_at', 'expires_at', 'used_at', 'used_from'),

  own('competences', 'emptied', 'criteria_id', 'trade', 'grade', 'registration_number', 'from_date', 'to_date', 'proof'),
  did('competences', 'created_by', 'id', 'created_at'),
  own('past_ties', 'removed', 'organization_id', 'kind', 'from_date', 'to_date', 'note', 'created_at'),
  did('past_ties', 'created_by', 'id', 'created_at'),
  own('impartiality_statements', 'emptied', 'assessment_id', 'yes', 'explanations', 'signed_name', 'signed_at', 'ruling'),
  did('impartiality_statements', 'ruled_by', 'assessment_id', 'ruling', 'ruled_at'),

  own('notices', 'removed', 'at', 'text_key', 'parameters', 'href', 'read_at', 'mailed_at'),
  own('mails', 'removed', 'created_at', 'state', 'sent_at'),

  did('assessments', 'created_by', 'number', 'created_at'),
  did('assessments', 'finished_by', 'number', 'finished_at'),
  did('assessment_steps', 'taken_by', 'assessment_id', 'step', 'taken_at'),
  own('assessment_part_members', 'kept', 'assessment_id', 'part'),
  own('team_members', 'kept', 'assessment_id', 'role'),
  own('team_departures', 'kept', 'assessment_id', 'role', 'reason', 'removed_at'),
  did('team_departures', 'removed_by', 'assessment_id', 'removed_at'),
  own('clause_assignments', 'kept', 'assessment_id', 'clause_id', 'assigned_at'),
  did('clause_assignments', 'assigned_by', 'assessment_id', 'clause_id', 'assigned_at'),
  own('clause_presences', 'removed', 'assessment_id', 'clause_id', 'seen_at'),
  did('self_assessment_links', 'linked_by', 'assessment_id', 'linked_at'),
  did('received_assessments', 'taken_by', 'number', 'organization_name', 'taken_at'),
  did('criteria_upgrades', 'made_by', 'assessment_id', 'made_at'),
  did('criteria_upgrades', 'undone_by', 'assessment_id', 'undone_at'),

  did('audit_plans', 'updated_by', 'assessment_id', 'updated_at'),
  own('plan_days', 'kept', 'assessment_id', 'days'),
  did('site_samplings', 'drawn_by', 'assessment_id', 'drawn_at'),
  did('agenda_items', 'updated_by', 'assessment_id', 'title', 'updated_at'),
  own('agenda_people', 'kept', 'item_id'),

  did('ratings', 'updated_by', 'assessment_id', 'clause_id', 'updated_at'),
  did('site_ratings', 'updated_by', 'assessment_id', 'clause_id', 'site_id', 'updated_at'),
  did('independent_clauses', 'marked_by', 'assessment_id', 'clause_id', 'marked_at'),
  own('independent_ratings', 'kept', 'assessment_id', 'clause_id', 'updated_at'),
  own('independent_submissions', 'kept', 'assessment_id', 'clause_id', 'submitted_at'),
  did('reconciliations', 'set_by', 'assessment_id', 'clause_id', 'set_at'),
  did('samples', 'created_by', 'assessment_id', 'title', 'created_at'),
  did('sample_items', 'judged_by', 'sample_id', 'label', 'judged_at'),

  did('evidence', 'created_by', 'assessment_id', 'title', 'file_name', 'created_at'),
  did('evidence', 'judged_by', 'assessment_id', 'title', 'status', 'judged_at'),
  did('evidence_steps', 'by', 'evidence_id', 'deed', 'at'),
  did('evidence_requests', 'created_by', 'assessment_id', 'text', 'created_at'),
  did('evidence_request_steps', 'by', 'request_id', 'deed', 'at'),
  did('evidence_packages', 'made_by', 'assessment_id', 'made_at'),
  did('surveys', 'created_by', 'assessment_id', 'title', 'created_at'),
  did('survey_columns', 'updated_by', 'criteria_id', 'updated_at'),
  did('survey_exclusions', 'by', 'survey_id', 'row', 'reason', 'at'),

  did('findings', 'created_by', 'assessment_id', 'number', 'created_at'),
  did('findings', 'verified_by', 'assessment_id', 'number', 'verified_on'),
  did('finding_events', 'done_by', 'finding_id', 'deed', 'done_at'),
  did('issued_documents', 'issued_by', 'assessment_id', 'kind', 'language', 'issued_at'),

  did('certification_cases', 'created_by', 'number', 'created_at'),
  did('case_checks', 'by', 'case_id', 'check_id', 'at'),
  did('case_decisions', 'signed_by', 'case_id', 'kind', 'sha256', 'signed_at'),
  did('case_documents', 'added_by', 'case_id', 'title', 'file_name', 'added_at'),
  own('case_hands', 'kept', 'case_id', 'part'),
  did('case_steps', 'by', 'case_id', 'deed', 'at'),
  did('certificate_events', 'actor_id', 'certificate_id', 'change', 'at'),
  did('programme_audits', 'created_by', 'certificate_id', 'kind', 'created_at'),
  did('disputes', 'received_by', 'number', 'received_at'),
  did('disputes', 'investigator_id', 'number', 'state'),
  did('dispute_steps', 'by', 'dispute_id', 'deed', 'at'),

  did('criteria_versions', 'published_by', 'criteria_id', 'version', 'published_at'),
  did('criteria_retirements', 'retired_by', 'criteria_id', 'version', 'retired_at'),
  did('criteria_drafts', 'created_by', 'title', 'created_at'),
  did('criteria_drafts', 'updated_by', 'title', 'updated_at'),
  did('criteria_draft_steps', 'done_by', 'draft_id', 'label', 'done_at'),
  did('tasks', 'asked_by', 'kind', 'state', 'asked_at', 'ended_at'),
  did('integrity_runs', 'by', 'started_at', 'ended_at'),
  did('holidays', 'set_by', 'day', 'set_at'),
  did('retention_rules', 'set_by', 'kind', 'set_at'),
  did('retention_rules', 'confirmed_by', 'kind', 'confirmed_at'),
  did('legal_holds', 'set_by', 'reason', 'set_at'),
  did('legal_holds', 'lifted_by', 'reason', 'lifted_at'),

  did('audit_entries', 'actor_id', 'place', 'at', 'deed', 'subject', 'subject_id', 'address', 'client'),
  did('audit_entries', 'subject_id', 'place', 'at', 'actor_id', 'deed', 'details'),
];
