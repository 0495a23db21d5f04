import { type Request, type Response, Router } from 'express';
import type { Deps } from '../../deps.ts';
import type { Language } from '../../i18n/language.ts';
import { message, translator } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { allow } from '../../web/allow.ts';
import { dispositionOf } from '../../web/disposition.ts';
import { type FormState, parse, submitForm } from '../../web/forms.ts';
import { actorOf, languageOf, translatorOf } from '../../web/frame.ts';
import { renderPage } from '../../web/pages.ts';
import { receiveForm } from '../../web/receive-form.ts';
import { leaveNotice } from '../../web/session.ts';
import type { BrandPicture } from '../reports/paper-brand.ts';
import { readBody } from './body-store.ts';
import { type BrandPage, toBrandValues } from './brand-pages.ts';
import { renderSample } from './brand-sample.ts';
import { type BrandInput, brandForm, changeBrand, type HandedPictures, toSettings } from './brand-service.ts';
import { plainSettings } from './brand-settings.ts';
import { readBrandSettings, readPaperBrand } from './brand-store.ts';
import type { CertificationBody } from './certification-body.ts';

/** Bytes that a logo, or a text, may have. */
const largest = 2 * 1024 * 1024;

/** How the body's papers look. */
export function brandRoutes(deps: Deps): Router {
  const router = Router();

  router.get('/branding', allow('brand.manage'), async (_req, res) => {
    const { settings } = await readBrandSettings(deps.db);
    await show(deps, res, { values: toBrandValues(settings ?? plainSettings), errors: {} });
  });

  router.post('/branding', allow('brand.manage'), async (req, res) => {
    await withForm(
      req,
      async (input, pictures) => {
        const settings = await toSettings(deps, input, pictures);
        await changeBrand(deps, actorOf(res), settings, input.revision);
        leaveNotice(req, message('brand.saved'));
        res.redirect(303, '/branding');
      },
      (form) => show(deps, res.status(422), form),
    );
  });

  for (const name of ['logo', 'mark'] as const) {
    router.get(`/branding/${name}.png`, allow('brand.manage'), async (_req, res) => {
      const picture = (await readBrandSettings(deps.db)).settings?.[name];
      if (!picture) throw new AppError('not_found', message('error.notFound'));
      res.set('Cache-Control', 'private, no-cache').type('image/png').send(Buffer.from(picture.png, 'base64'));
    });
  }

  router.post('/branding/preview.pdf', allow('brand.manage'), async (req, res) => {
    await withForm(
      req,
      async (input, pictures) => {
        const brand = await readPaperBrand(deps.db, await toSettings(deps, input, pictures));
        if (!brand) throw new Error('A look that was typed makes a brand.');
        const language = languageOf(res);
        res.set({
          'Content-Type': 'application/pdf',
          'Content-Disposition': dispositionOf('inline', `${translatorOf(res)('brand.sample')}.pdf`),
          'Cache-Control': 'private, no-store',
          'Content-Security-Policy': "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'",
        });
        res.end(await renderSample(brand, language));
      },
      (form) => show(deps, res.status(422), form),
    );
  });

  return router;
}

/** Reads the form with its pictures, and asks again when something in it is wrong. */
async function withForm(
  req: Request,
  submit: (input: BrandInput, pictures: HandedPictures) => Promise<void>,
  again: (form: FormState) => Promise<void>,
): Promise<void> {
  const { body, files } = await receiveForm(req, largest, 2, 40);
  req.body = body;
  const handed = (field: string) => files.find((file) => file.field === field)?.bytes ?? null;
  await submitForm(req, () => submit(parse(brandForm, body), { logo: handed('logo'), mark: handed('mark') }), again);
}

async function show(deps: Deps, res: Response, form: FormState): Promise<void> {
  const [{ settings, revision }, { body }] = await Promise.all([readBrandSettings(deps.db), readBody(deps.db)]);
  const { logo, mark } = settings ?? plainSettings;
  const shown = (name: string, picture: BrandPicture | null) =>
    picture && { source: `/branding/${name}.png?${revision}`, width: picture.width, height: picture.height };
  renderPage(res, 'branding/brand', {
    title: translatorOf(res)('brand.title'),
    form,
    revision: Number(form.values.revision ?? revision) || 0,
    pictures: { logo: shown('logo', logo), mark: shown('mark', mark) },
    body: body && bodyIn(body, languageOf(res)),
  });
}

/** As papers name it. */
function bodyIn(body: CertificationBody, language: Language): BrandPage['body'] {
  const name = language === 'en' ? body.nameEn : body.nameZh;
  const address = language === 'en' ? body.addressEn : body.addressZh;
  const { accreditation: number } = body;
  const accreditation = number && translator(language)('certificates.paper.accreditation', { number });
  return { name, imprint: [name, address, accreditation].filter(Boolean).join(' · ') };
}
