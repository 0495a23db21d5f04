import { Router } from 'express';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../i18n/format.ts';
import { certificateStates } from '../../model/certificate-life.ts';
import { textIn } from '../../model/clauses.ts';
import { allow } from '../../web/allow.ts';
import { dispositionOf } from '../../web/disposition.ts';
import { languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import type { StatisticsPage } from './certificate-pages.ts';
import { countCertificates } from './certificate-search-store.ts';
import { csvOf, statisticsTable, workbookOf } from './statistics-file.ts';

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
    res.send(csvOf(statisticsTable(await read(languageOf(res)), translatorOf(res))));
  });

  router.get('/statistics.xlsx', allow('certificates.manage'), async (_req, res) => {
    const table = statisticsTable(await read(languageOf(res)), translatorOf(res));
    const sheet = await workbookOf(translatorOf(res)('certificates.statistics'), table);
    res.set({
      'Content-Disposition': dispositionOf('attachment', 'certificates.xlsx'),
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    });
    res.end(sheet);
  });

  return router;
}
