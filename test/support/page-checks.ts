import { HtmlValidate, type ResolvedConfig, StaticConfigLoader } from 'html-validate';
import { texts } from '../../src/i18n/texts.ts';

/** Works its rules out once, not again for every page: that was a third of the time. */
class KeptConfigLoader extends StaticConfigLoader {
  private kept: ResolvedConfig | Promise<ResolvedConfig> | null = null;

  override getConfigFor(handle: string): ResolvedConfig | Promise<ResolvedConfig> {
    this.kept ??= super.getConfigFor(handle);
    return this.kept;
  }
}

/** The standard of HTML, and what browsers and readers' aids need; not how tags are typed. */
const rules = new KeptConfigLoader({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    // A button in a form submits it; that is what it is there for.
    'no-implicit-button-type': 'off',
    'doctype-style': ['error', { style: 'lowercase' }],
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    // Text that cannot be broken is marked up where it matters; the rule asks for it in every date.
    'tel-non-breaking': 'off',
    // Groups, tables and pictures may be named, and are.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    'long-title': 'off',
    'require-sri': 'off',
  },
});
const validator = new HtmlValidate(rules);

/** What is wrong with the markup of a whole page, one line each. */
export function markupProblems(html: string): string[] {
  const report = validator.validateStringSync(html);
  return report.results.flatMap(({ messages }) =>
    messages.filter(({ severity }) => severity === 2).map(({ ruleId, message, line }) => `${ruleId}: ${message} (line ${line})`),
  );
}

const keys: ReadonlySet<string> = new Set(Object.keys(texts));

/** What no page may show, whatever it is about. */
export function pageProblems(html: string, language: string): string[] {
  const text = visibleText(html);
  const problems: string[] = [];
  const expect = (holds: boolean, problem: string) => {
    if (!holds) problems.push(problem);
  };
  expect(html.includes(`<html lang="${language}">`), `is not marked as ${language}`);
  expect((html.match(/<h1[\s>]/g) ?? []).length === 1, 'has not exactly one h1');
  expect(/<title>[^<\s][^<]*<\/title>/.test(html), 'has no title');
  expect(
    !/\bundefined\b|\bNaN\b|\[object \w+\]|\bnull\b/.test(text),
    `shows ${/\S*(undefined|NaN|\[object|null)\S*/.exec(text)?.[0]}`,
  );
  expect(!html.includes('<script>alert'), 'runs what somebody typed');
  const bare = (text.match(/\b[a-z]\w*(?:\.[\w-]+)+\b/g) ?? []).filter((word) => keys.has(word));
  expect(bare.length === 0, `shows keys of texts: ${bare.join(' ')}`);
  // The pattern of certificate numbers is shown as the criteria have it.
  const broken = (text.match(/\{\w+(:[^}]*)?\}/g) ?? []).filter((found) => !/^\{(year|serial:\d+)\}$/.test(found));
  expect(broken.length === 0, `shows placeholders: ${broken.join(' ')}`);
  return problems;
}

/** What a reader sees, and what a reader's aid says. */
function visibleText(html: string): string {
  const spoken = [...html.matchAll(/\s(?:aria-label|title|placeholder|alt)="([^"]*)"/g)].map(([, said]) => said).join(' ');
  // What stands in an editor is somebody's own text, braces and all.
  const body = html.replace(/<(script|textarea)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, ' ');
  return `${body} ${spoken}`;
}
