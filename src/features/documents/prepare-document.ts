import type { Deps } from '../../deps.ts';
import type { Language } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import { needsAnswer } from '../../model/finding-life.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { findAssessment, listMembers } from '../assessments/assessment-store.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import { bookletTitle, bookletWriter } from '../booklets/booklet.ts';
import { viewedEntry } from '../criteria/choice-view.ts';
import { findVersion } from '../criteria/library-store.ts';
import { formsTitle, nonconformityWriter } from '../finding-forms/nonconformity-form.ts';
import { listFindings } from '../findings/finding-store.ts';
import { findOrganization } from '../organizations/organization-store.ts';
import { forCompany, readPlan } from '../plans/plan.ts';
import { planTitle, planWriter } from '../plans/plan-pdf.ts';
import { readTeamNames } from '../plans/plan-routes.ts';
import { portfolioWriter } from '../portfolio/portfolio-paper.ts';
import { readPortfolio } from '../portfolio/read-portfolio.ts';
import { type DocumentLook, type PaperId, paperIds } from '../reports/paper.ts';
import type { WrittenPaper } from '../reports/paper-work.ts';
import { offeredPapers, paperOf } from '../reports/papers/all-papers.ts';
import { paperWriter, type WriteOptions, type Writer, writeDocument } from '../reports/write-paper.ts';
import { aboutBooklet, aboutForms, aboutPlan, aboutPortfolio, aboutResult } from './document-about.ts';
import type { AssessmentDocumentId, DocumentId, DocumentSubject } from './document-kind.ts';
import type { DocumentAbout } from './issued-document.ts';
import { readPaperSource } from './read-paper-source.ts';

/** A document of which there is something to write. */
export interface Prepared {
  readonly titleIn: (language: Language) => string;
  /** What its manifest says of it, with hashes: to be asked for when it is issued only, since they cost. */
  readonly about: () => DocumentAbout;
  readonly write: (deps: Pick<Deps, 'threads'>, look: DocumentLook, options?: WriteOptions) => Promise<WrittenPaper>;
}

type ReadDeps = Pick<Deps, 'db' | 'criteriaCopies' | 'catalog' | 'publishedCriteria' | 'clock' | 'config'>;

/** Reads all that a document is written from, as it stands now; null when there is nothing of that kind. Throws `not_found`. */
export async function prepareDocument(deps: ReadDeps, subject: DocumentSubject, kind: DocumentId): Promise<Prepared | null> {
  if (subject.of === 'portfolio') return kind === 'portfolio' ? preparePortfolio(deps) : null;
  if (subject.of === 'criteria') return kind === 'booklet' ? prepareBooklet(deps, subject) : null;
  const assessment = await findAssessment(deps.db, subject.id);
  if (kind === 'plan') return preparePlan(deps, assessment);
  if (kind === 'nonconformity-forms') return prepareForms(deps, assessment);
  const paper = paperIds.find((id) => id === kind);
  return paper ? preparePaper(deps, assessment, paper) : null;
}

/** What there is to write about an assessment. */
export async function listOffered(deps: ReadDeps, assessment: Assessment): Promise<AssessmentDocumentId[]> {
  const [source, plan, forms] = await Promise.all([
    readPaperSource(deps, assessment),
    preparePlan(deps, assessment),
    prepareForms(deps, assessment),
  ]);
  return [...(plan ? ['plan' as const] : []), ...(forms ? ['nonconformity-forms' as const] : []), ...offeredPapers(source)];
}

function prepared<Order extends DocumentLook>(
  writer: Writer<Order>,
  orderOf: (look: DocumentLook) => Order,
  words: Pick<Prepared, 'titleIn' | 'about'>,
): Prepared {
  return { ...words, write: (deps, look, options) => writeDocument(deps, writer, orderOf(look), options) };
}

async function preparePaper(deps: ReadDeps, assessment: Assessment, paper: PaperId): Promise<Prepared | null> {
  const source = await readPaperSource(deps, assessment);
  if (!paperOf(paper).isOffered(source)) return null;
  const organization = source.dossier.organization.name;
  return prepared(paperWriter, (look) => ({ ...look, paper, source }), {
    titleIn: (language) => {
      const t = translator(language);
      return t('paper.documentTitle', { organization, paper: t(`paper.${paper}`) });
    },
    about: () => aboutResult(source, assessment.criteriaHash),
  });
}

/** As the company sees it, to which it is handed: without mystery shoppers and their visits. */
async function preparePlan(deps: ReadDeps, assessment: Assessment): Promise<Prepared | null> {
  if (assessment.kind === 'self') return null;
  const plan = forCompany(await readPlan(deps, deps.db, assessment));
  if (plan.agenda.length === 0) return null;
  const names = await readTeamNames(deps.db, assessment.id, plan.members);
  const source = { plan, names, timeZone: deps.config.timeZone };
  const atOf = ({ issue }: DocumentLook) => (issue === null || issue === 'preview' ? deps.clock().toISOString() : issue.at);
  return prepared(planWriter, (look) => ({ ...look, source, at: atOf(look) }), {
    titleIn: (language) => planTitle(plan, language),
    about: () => aboutPlan(plan),
  });
}

/** Of the nonconformities that the company was told of. */
async function prepareForms(deps: ReadDeps, assessment: Assessment): Promise<Prepared | null> {
  const told = (await listFindings(deps.db, assessment.id)).filter(
    ({ kind, state }) => needsAnswer(kind) && state !== 'raised' && state !== 'withdrawn',
  );
  if (told.length === 0) return null;
  const source = {
    assessment,
    criteria: await findCriteriaCopy(deps, assessment.criteriaHash),
    organization: await findOrganization(deps.db, assessment.organizationId),
    team: await listMembers(deps.db, assessment.id),
    findings: told,
  };
  return prepared(nonconformityWriter, (look) => ({ ...look, source }), {
    titleIn: (language) => formsTitle(source, language),
    about: () => aboutForms(source),
  });
}

async function prepareBooklet(deps: ReadDeps, subject: DocumentSubject & { of: 'criteria' }): Promise<Prepared> {
  const { criteria, hash, line } = viewedEntry(await findVersion(deps, subject.id, subject.version), subject);
  const at = line.published?.at ?? deps.clock().toISOString();
  return prepared(bookletWriter, (look) => ({ ...look, source: { criteria, hash }, at }), {
    titleIn: (language) => bookletTitle(criteria, language),
    about: () => aboutBooklet({ criteria, hash }),
  });
}

async function preparePortfolio(deps: ReadDeps): Promise<Prepared> {
  const source = await readPortfolio(deps);
  return prepared(portfolioWriter, (look) => ({ ...look, source }), {
    titleIn: (language) => `${translator(language)('portfolio.title')} ${source.day}`,
    about: () => aboutPortfolio(source),
  });
}
