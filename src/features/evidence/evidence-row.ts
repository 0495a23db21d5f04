import { type EvidenceKind, evidenceKinds } from '../../model/criteria.ts';
import { type EvidenceStatus, evidenceStatuses } from '../../model/evidence-life.ts';
import { toScanState } from '../file-scans/scan-store.ts';
import { type EvidenceInput, type FileSafety, pictureDetails, type StoredEvidence } from './evidence.ts';

/** A row of the query over evidence with everything that lists and files show of it. */
export interface EvidenceRow {
  readonly id: string;
  readonly place: number;
  readonly kind: string;
  readonly title: string;
  readonly own_date: string | null;
  readonly note: string;
  readonly link: string | null;
  readonly file_name: string | null;
  readonly sha256: string | null;
  readonly period_from: string | null;
  readonly period_to: string | null;
  readonly site_id: string | null;
  readonly source: string | null;
  readonly valid_until: string | null;
  readonly status: string;
  readonly reason: string | null;
  readonly judged_at: string | null;
  readonly revision: number;
  readonly created_at: string;
  readonly created_by: string;
  /** null: a mystery shopper. */
  readonly added_by: string | null;
  readonly site: string | null;
  readonly judge: string | null;
  readonly successor: number | null;
  readonly origin_place: number | null;
  readonly origin_number: string | null;
  readonly origin_assessment: string | null;
  readonly size: number | string | null;
  readonly media_type: string | null;
  readonly encrypted: boolean | number | null;
  readonly scan: string | null;
  readonly picture_details: string | null;
  readonly original_sha256: string | null;
  readonly file_removed_at: string | null;
}

export const evidenceColumns = [
  ...['id', 'place', 'kind', 'title', 'own_date', 'note', 'link', 'file_name', 'sha256', 'period_from', 'period_to', 'site_id'],
  ...[
    'picture_details',
    'original_sha256',
    'file_removed_at',
    'source',
    'valid_until',
    'status',
    'reason',
    'judged_at',
    'revision',
    'created_at',
    'created_by',
  ],
].map((column) => `evidence.${column}`);

export const joinedColumns = [
  'users.name as added_by',
  'stored_files.size',
  'stored_files.media_type',
  'stored_files.encrypted',
  'stored_files.scan',
  'sites.name as site',
  'judges.name as judge',
  'successors.place as successor',
  'origins.place as origin_place',
  'origin_assessments.number as origin_number',
  'origin_assessments.id as origin_assessment',
];

/** What hangs on a piece by links of its own. */
export interface EvidenceLinks {
  readonly clauses: readonly string[];
  readonly findings: readonly string[];
}

export function toEvidence(row: EvidenceRow, { clauses, findings }: EvidenceLinks): StoredEvidence {
  return {
    id: row.id,
    place: row.place,
    reference: `E${row.place}`,
    kind: toEvidenceKind(row.kind),
    title: row.title,
    date: row.own_date,
    note: row.note,
    clauses,
    findings,
    link: row.link,
    file:
      row.sha256 !== null && row.file_name !== null
        ? { name: row.file_name, mediaType: row.media_type ?? '', size: Number(row.size), sha256: row.sha256 }
        : null,
    fileGone: row.file_removed_at !== null && row.file_name !== null ? { name: row.file_name, at: row.file_removed_at } : null,
    safety: row.sha256 === null ? null : toSafety(row),
    addedBy: row.added_by,
    addedById: row.created_by,
    addedAt: row.created_at,
    siteId: row.site_id,
    revision: row.revision,
    judged: row.judge !== null && row.judged_at !== null ? { by: row.judge, at: row.judged_at } : null,
    origin: originOf(row),
    life: {
      status: toStatus(row.status),
      reason: row.reason,
      supersededBy: row.successor === null ? null : `E${row.successor}`,
      periodFrom: row.period_from,
      periodTo: row.period_to,
      site: row.site,
      source: row.source,
      validUntil: row.valid_until,
    },
  };
}

function originOf({ origin_place, origin_number, origin_assessment }: EvidenceRow): StoredEvidence['origin'] {
  if (origin_place === null || origin_number === null || origin_assessment === null) return null;
  return { reference: `E${origin_place}`, assessment: origin_number, assessmentId: origin_assessment };
}

function toSafety({ encrypted, scan, picture_details, original_sha256 }: EvidenceRow): FileSafety {
  const details = pictureDetails.find((known) => known === picture_details) ?? null;
  return { encrypted: Boolean(encrypted), scan: toScanState(scan), details, originalSha256: original_sha256 };
}

export function toColumns(input: EvidenceInput) {
  return {
    kind: input.kind,
    title: input.title,
    own_date: input.date,
    note: input.note,
    link: input.link,
    period_from: input.periodFrom,
    period_to: input.periodTo,
    site_id: input.siteId,
    source: input.source,
    valid_until: input.validUntil,
  };
}

export function toEvidenceKind(value: string): EvidenceKind {
  const kind = evidenceKinds.find((known) => known === value);
  if (!kind) throw new Error(`The database holds an unknown kind of evidence: ${value}`);
  return kind;
}

function toStatus(value: string): EvidenceStatus {
  const status = evidenceStatuses.find((known) => known === value);
  if (!status) throw new Error(`The database holds an unknown status of evidence: ${value}`);
  return status;
}
