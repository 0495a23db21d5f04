import type { ChartFigure } from '../../charts/chart-figure.ts';
import { percentText } from '../../charts/percent.ts';
import { differenceText, selfChart } from '../../charts/self-chart.ts';
import type { Language } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import { clauseName } from '../../model/clause-name.ts';
import type { Dossier, SelfAssessment } from '../../model/dossier.ts';
import type { Result } from '../../model/result.ts';
import { type ComparedRate, compareWithSelf } from '../../model/self-comparison.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'self-comparison/show': SelfPage;
  }
}

export interface SelfPage extends PageFrame {
  readonly assessment: { readonly id: string; readonly number: string };
  readonly organizationName: string;
  readonly comparison: SelfComparison | null;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly mayChoose: boolean;
  readonly form: FormState;
}

/** Company and auditors side by side. */
export interface SelfComparison {
  readonly linked: string;
  /** Set where the versions of the criteria differ. */
  readonly otherVersion: string | null;
  readonly chart: ChartFigure;
  readonly differing: number;
  readonly sections: readonly { readonly name: string; readonly lines: readonly ComparedLine[] }[];
}

export interface ComparedLine {
  readonly id: string;
  readonly name: string;
  readonly depth: number;
  readonly auditor: string;
  readonly company: string;
  readonly difference: string;
  readonly differs: boolean;
}

export function toSelfComparison(dossier: Dossier, result: Result, self: SelfAssessment, language: Language): SelfComparison {
  const t = translator(language);
  const { criteria } = dossier;
  const { number, to, criteriaVersion, score } = self;
  const compared = compareWithSelf(criteria, result, self);
  const isApart = ({ difference }: ComparedRate) => difference !== null && /[1-9]/.test(difference);
  const toLine = (line: ComparedRate): ComparedLine => ({
    id: line.id,
    name: clauseName(criteria, line.id, language),
    depth: line.depth,
    auditor: percentText(line.auditor),
    company: percentText(line.company),
    difference: differenceText(line.difference),
    differs: isApart(line),
  });
  const sections: { name: string; lines: ComparedLine[] }[] = [];
  for (const line of compared) {
    if (line.depth === 0) sections.push({ name: clauseName(criteria, line.id, language), lines: [] });
    sections.at(-1)?.lines.push(toLine(line));
  }
  return {
    linked: t('self.linked', { number, to, version: criteriaVersion, score }),
    otherVersion:
      criteriaVersion === criteria.version ? null : t('self.otherVersion', { own: criteriaVersion, version: criteria.version }),
    chart: selfChart(dossier, result, self, language),
    differing: compared.filter((line) => line.rated && isApart(line)).length,
    sections,
  };
}
