import { Router } from 'express';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';
import { certificateStates } from '../../model/certificate-life.ts';
import { textIn } from '../../model/clauses.ts';
import { allow } from '../../web/allow.ts';
import { dispositionOf } from '../../web/disposition.ts';
import { languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import type { StatisticsPage } from './certificate-pages.ts';
import { countCertificates } from './certificate-search-store.ts';

/** What regulators ask for: how many certificates there are, by state, grade, trade and year of issue. */
export function statisticsRoutes(deps: Deps): Router {
  const router = Router();
  const read = async (language: string): Promise<StatisticsPage['rows']> => {
    const counts = await countCertificates(deps.db, dayOf(deps.clock(), deps.config.timeZone));
    return counts.map(({ gradeLabel, ...rest }) => ({ ...rest, grade: textIn(gradeLabel, language, 'zh-CN') }));
  };

  router.get('/statistics', allow('certificates.manage'), async (_req, res) => {
    const rows = await read(languageOf(res));
    const sum = (of: StatisticsPage['rows']) => of.reduce((total, { count }) => total + count, 0);
    const byState = certificateStates.map((state) => ({ state, count: sum(rows.filter((row) => row.state === state)) }));
    renderPage(res, 'certificates/statistics', {
      title: translatorOf(res)('certificates.statistics'),
      rows,
      byState,
      total: sum(rows),
    });
  });

  router.get('/statistics.csv', allow('certificates.manage'), async (_req, res) => {
    res.set({
      'Content-Disposition': dispositionOf('attachment', 'certificates.csv'),
      'Content-Type': 'text/csv; charset=utf-8',
    });
    res.send(statisticsCsv(await read(languageOf(res)), translatorOf(res)));
  });

  return router;
}

/** For spreadsheets: UTF-8 with its mark; what they would take for a formula gets an apostrophe. */
export function statisticsCsv(rows: StatisticsPage['rows'], t: Translate): string {
  const head = [
    t('certificates.year'),
    t('certificates.grade'),
    t('certificates.trade'),
    t('certificates.state'),
    t('certificates.count'),
  ];
  const lines = rows.map(({ year, grade, trade, state, count }) => [
    year,
    grade,
    trade ?? '',
    t(`certificates.state.${state}`),
    String(count),
  ]);
  return `\uFEFF${[head, ...lines].map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
