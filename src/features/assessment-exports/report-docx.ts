import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TableOfContents,
  TextRun,
} from 'docx';
import type { Language } from '../../i18n/language.ts';
import { type Translate, translator } from '../../i18n/translate.ts';
import { textIn } from '../../model/clauses.ts';
import { describeNearMiss, describeOutcome, explainStep } from '../../model/explain.ts';
import { describeEffect, gradeLabel } from '../../model/explain-condition.ts';
import { type RoadmapWords, roadmapWords } from '../../model/roadmap-words.ts';
import type { Scored } from '../results/result-store.ts';
import { heading, listItem, paragraph, plainRun } from './docx-blocks.ts';
import { clauseChapter, evidenceTable, findingChapter, sectionTable, teamTable } from './docx-chapters.ts';
import { docxStyles } from './docx-look.ts';
import { lastingArchive, momentOf } from './lasting-archive.ts';

type Block = Paragraph | Table | TableOfContents;

/**
 * The report as a Word document for bodies that must edit it: the same facts, words and tables as the PDF, without its charts.
 * The table of contents is filled by the word processor.
 */
export async function reportDocx(scored: Scored, language: Language): Promise<Uint8Array> {
  const t = translator(language);
  const { dossier } = scored;
  const paper = t(dossier.assessment.kind === 'self' ? 'paper.self-report' : 'paper.audit-report');
  const title = t('paper.documentTitle', { organization: dossier.organization.name, paper });
  const document = new Document({
    creator: 'Assay',
    lastModifiedBy: 'Assay',
    title,
    features: { updateFields: true },
    styles: docxStyles(language),
    sections: [
      {
        headers: {
          default: new Header({
            children: [new Paragraph({ style: 'Small', children: [plainRun(`${title}  ${dossier.assessment.number ?? ''}`)] })],
          }),
        },
        footers: { default: new Footer({ children: [pageLine()] }) },
        children: [...coverOf(scored, title, language, t), ...chaptersOf(scored, language, t)],
      },
    ],
  });
  return lastingArchive(await Packer.toBuffer(document), momentOf(dossier));
}

function pageLine(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    style: 'Small',
    children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
  });
}

function coverOf({ dossier, result }: Scored, title: string, language: Language, t: Translate): Block[] {
  const { criteria, assessment } = dossier;
  const grade = result.grade && gradeLabel(criteria, result.grade, language);
  const facts = [
    `${t(`kind.${assessment.kind}`)} ${assessment.number ?? ''}`,
    `${assessment.from} – ${assessment.to}`,
    `${textIn(criteria.title, language, criteria.language)} (${criteria.id} ${criteria.version})`,
    `${t('report.hero.score')} ${result.score.shown} / ${result.fullMarks.shown}${grade ? ` · ${grade}` : ''}`,
  ];
  const mark = assessment.finishedAt ? [] : [paragraph(t('report.draft'), 'Lead')];
  return [
    new Paragraph({ style: 'Title', children: [plainRun(title)] }),
    ...mark,
    ...facts.map((fact) => paragraph(fact)),
    new TableOfContents(t('report.contents'), { hyperlink: true, headingStyleRange: '1-2' }),
  ];
}

/** Chapters in the order of the PDF; those without content are left out. */
function chaptersOf(scored: Scored, language: Language, t: Translate): Block[] {
  const { dossier, result } = scored;
  const chapters: [string, Block[]][] = [
    [t('report.summary'), summaryOf(scored, language)],
    [t('report.sections'), [sectionTable(scored, language)]],
    [t('report.steps'), result.steps.map((step) => listItem(explainStep(dossier.criteria, step, language)))],
    [t('roadmap.title'), roadmapWords(dossier, language).flatMap(roadmapBlocks)],
    [t('report.clauses'), clauseChapter(scored, language)],
    [
      t('report.adjustments'),
      dossier.adjustments.map(({ kind, statement }) => listItem(`${t(`report.adjustment.${kind}`)}: ${statement}`)),
    ],
    [t('report.findings'), findingChapter(scored, language)],
    [t('report.evidence'), dossier.evidence.length > 0 ? [evidenceTable(scored, t)] : []],
    [t('report.team'), [teamTable(scored, t)]],
  ];
  return chapters
    .filter(([, blocks]) => blocks.length > 0)
    .flatMap(([title, blocks], index) => [heading(1, `${index + 1}  ${title}`), ...blocks]);
}

function summaryOf({ dossier: { criteria }, result }: Scored, language: Language): Block[] {
  const nearMiss = describeNearMiss(criteria, result, language);
  return [
    paragraph(describeOutcome(criteria, result, language), 'Lead'),
    ...(nearMiss ? [paragraph(nearMiss)] : []),
    ...result.effects.map((effect) => listItem(describeEffect(criteria, effect, language))),
  ];
}

function roadmapBlocks({ title, sentences, steps, besides }: RoadmapWords): Block[] {
  return [
    heading(2, title),
    ...sentences.map((sentence) => paragraph(sentence)),
    ...steps.map(({ name, rate, gain, score }) => listItem(`${name}: ${rate} → 100% (${gain}, ${score})`)),
    ...besides.map(listItem),
  ];
}
