import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../i18n/format.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { readBytes } from '../../storage/file-bytes.ts';
import { allow } from '../../web/allow.ts';
import { dispositionOf } from '../../web/disposition.ts';
import { emptyForm, type FormState, isDay, parse, submitForm } from '../../web/forms.ts';
import { actorOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { leaveNotice } from '../../web/session.ts';
import { receiveUpload } from '../evidence/receive-upload.ts';
import { holidayCsv, readHolidayCsv } from './holiday-csv.ts';
import { holidayForm, yearQuery } from './holiday-forms.ts';
import type { HolidayPage } from './holiday-pages.ts';
import { addHolidays, removeHoliday, takeHolidays } from './holiday-service.ts';
import { listHolidays } from './holiday-store.ts';

const largestFile = 500_000;

/** The table of holidays by which working days are counted, under `/holidays`. */
export function holidayRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/holidays', allow('holidays.manage'), (req, res) => showHolidays(deps, req, res, null, emptyForm));

  router.get('/holidays.csv', allow('holidays.manage'), async (req, res) => {
    const year = yearOf(deps, req);
    res.set({
      'Content-Disposition': dispositionOf('attachment', `holidays-${year}.csv`),
      'Content-Type': 'text/csv; charset=utf-8',
    });
    res.send(holidayCsv(await listHolidays(deps.db, year)));
  });

  router.post('/holidays', allow('holidays.manage'), async (req, res) => {
    await submitForm(
      req,
      async () => {
        const input = parse(holidayForm, req.body);
        await addHolidays(deps, actorOf(res), input);
        leaveNotice(req, message('holidays.saved'));
        res.redirect(303, `/holidays?year=${input.from.slice(0, 4)}`);
      },
      (form) => showHolidays(deps, req, res.status(422), 'day', form),
    );
  });

  router.post('/holidays/file', allow('holidays.manage'), (req, res) => takeFile(deps, req, res));

  router.post('/holidays/:day/removal', allow('holidays.manage'), async (req, res) => {
    const day = String(req.params.day);
    if (!isDay(day)) throw new AppError('not_found', message('error.notFound'));
    await removeHoliday(deps, actorOf(res), day);
    leaveNotice(req, message('holidays.removed'));
    res.redirect(303, `/holidays?year=${day.slice(0, 4)}`);
  });

  return router;
}

async function takeFile(deps: Deps, req: Request, res: Response): Promise<void> {
  const upload = await receiveUpload(req, deps, largestFile);
  try {
    const [file] = upload.files;
    if (upload.refusal || !file)
      throw upload.refusal ?? new AppError('invalid', message('register.noFile'), { files: message('register.noFile') });
    const holidays = readHolidayCsv(file.name, (await readBytes(file.received)).toString('utf8'));
    await takeHolidays(deps, actorOf(res), holidays);
    leaveNotice(req, message('holidays.taken', { count: holidays.length }));
    res.redirect(303, `/holidays?year=${holidays[0]?.day.slice(0, 4)}`);
  } catch (error) {
    if (!(error instanceof AppError) || !(error.code === 'invalid' || error.code === 'too_large')) throw error;
    const errors = Object.keys(error.fields).length > 0 ? error.fields : { files: error.text };
    await showHolidays(deps, req, res.status(422), 'file', { values: {}, errors });
  } finally {
    await upload.discard();
  }
}

function yearOf({ clock, config }: Deps, req: Request): string {
  return parse(yearQuery, req.query).year ?? dayOf(clock(), config.timeZone).slice(0, 4);
}

async function showHolidays(
  deps: Deps,
  req: Request,
  res: Response,
  typed: HolidayPage['typed'],
  form: FormState,
): Promise<void> {
  const year = yearOf(deps, req);
  renderPage(res, 'holidays/list', {
    title: translatorOf(res)('holidays.title'),
    layout: 'narrow',
    year,
    previous: String(Number(year) - 1),
    next: String(Number(year) + 1),
    holidays: await listHolidays(deps.db, year),
    form,
    typed,
  });
}
