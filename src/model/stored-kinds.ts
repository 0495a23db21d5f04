import type { RetentionKind } from './retention.ts';

/** Why it may be stored, as PIPL article 13 and GDPR article 6 name it; `none`: nothing in it is about a person. */
export const storedGrounds = ['contract', 'duty', 'security', 'none'] as const;
export type StoredGround = (typeof storedGrounds)[number];

interface StoredKindFacts {
  readonly ground: StoredGround;
  readonly tables: readonly string[];
}

/**
 * Everything that is stored, by kind: the page "what is stored and why", the export of a person's data and its erasure are made
 * from it. Each table of the database belongs to one kind; a test compares this list with the schema.
 */
export const storedFacts = {
  accounts: { ground: 'contract', tables: ['users', 'user_roles', 'company_places', 'person_erasures'] },
  'signing-in': {
    ground: 'security',
    tables: [
      'password_links',
      'sessions',
      'known_devices',
      'sign_in_tries',
      'account_letters',
      'authenticators',
      'recovery_codes',
      'passkeys',
      'provider_identities',
      'api_tokens',
    ],
  },
  competence: { ground: 'duty', tables: ['competences', 'past_ties'] },
  impartiality: { ground: 'duty', tables: ['impartiality_statements'] },
  organizations: { ground: 'contract', tables: ['organizations', 'contacts', 'sites'] },
  assessments: {
    ground: 'contract',
    tables: [
      'assessments',
      'assessment_sites',
      'assessment_steps',
      'assessment_parts',
      'assessment_part_members',
      'team_members',
      'team_departures',
      'clause_assignments',
      'clause_presences',
      'self_assessment_links',
      'received_assessments',
      'criteria_copies',
      'criteria_upgrades',
      'site_rated_clauses',
    ],
  },
  plans: {
    ground: 'contract',
    tables: [
      'audit_plans',
      'plan_days',
      'site_samplings',
      'agenda_items',
      'agenda_clauses',
      'agenda_people',
      'meeting_attendees',
    ],
  },
  ratings: {
    ground: 'contract',
    tables: [
      'ratings',
      'site_ratings',
      'independent_clauses',
      'independent_ratings',
      'independent_submissions',
      'reconciliations',
      'samples',
      'sample_items',
    ],
  },
  evidence: {
    ground: 'contract',
    tables: [
      'evidence',
      'evidence_clauses',
      'evidence_steps',
      'evidence_origins',
      'evidence_requests',
      'evidence_request_answers',
      'evidence_request_clauses',
      'evidence_request_steps',
      'evidence_packages',
      'stored_files',
      'surveys',
      'survey_columns',
      'survey_exclusions',
    ],
  },
  findings: { ground: 'contract', tables: ['findings', 'finding_events', 'finding_evidence'] },
  results: { ground: 'duty', tables: ['results', 'issued_documents', 'time_stamps'] },
  certification: {
    ground: 'duty',
    tables: [
      'certification_cases',
      'case_agreements',
      'case_checks',
      'case_decisions',
      'case_documents',
      'case_hands',
      'case_steps',
    ],
  },
  certificates: {
    ground: 'duty',
    tables: [
      'certificates',
      'certificate_editions',
      'certificate_events',
      'certificate_files',
      'programme_audits',
      'certificate_terms',
      'certificate_term_index',
    ],
  },
  disputes: { ground: 'duty', tables: ['disputes', 'dispute_steps', 'dispute_files', 'dispute_letters'] },
  notices: { ground: 'contract', tables: ['notices', 'mails', 'reminders'] },
  trail: { ground: 'duty', tables: ['audit_entries', 'audit_intake', 'audit_erasures', 'audit_cuts'] },
  criteria: {
    ground: 'contract',
    tables: ['criteria_versions', 'criteria_retirements', 'criteria_drafts', 'criteria_draft_steps'],
  },
  operation: {
    ground: 'none',
    tables: [
      'tasks',
      'background_jobs',
      'integrity_runs',
      'holidays',
      'retention_rules',
      'legal_holds',
      'brand_settings',
      'used_brands',
      'certification_body',
      'certificate_grades',
      'assessment_counters',
      'case_counters',
      'certificate_counters',
      'dispute_counters',
    ],
  },
} as const satisfies Record<string, StoredKindFacts>;

export type StoredKind = keyof typeof storedFacts;

/** The period by which a kind goes, where one is set for it. */
export const retentionOf: Readonly<Partial<Record<StoredKind, RetentionKind>>> = {
  assessments: 'assessments',
  impartiality: 'assessments',
  plans: 'assessments',
  ratings: 'assessments',
  findings: 'assessments',
  results: 'assessments',
  evidence: 'evidence-files',
  certification: 'refused-cases',
  disputes: 'disputes',
  notices: 'notices',
  operation: 'tasks',
  trail: 'trail',
};

export const storedKinds = Object.keys(storedFacts) as readonly StoredKind[];

const kindOfTable: ReadonlyMap<string, StoredKind> = new Map(
  storedKinds.flatMap((kind) => storedFacts[kind].tables.map((table) => [table, kind] as const)),
);

/** The kind that a table belongs to. Throws for one that is not listed. */
export function storedKindOf(table: string): StoredKind {
  const kind = kindOfTable.get(table);
  if (!kind) throw new Error(`The table ${table} belongs to no kind of stored data.`);
  return kind;
}
