/** From where somebody does something, as far as a request tells. It is what was said, not proof. */
export interface Origin {
  /** The network address, as the trusted proxies pass it on. */
  readonly address: string | null;
  /** The kind of program, `Chrome, Windows`; never its whole description, by which a machine could be told from others. */
  readonly client: string;
}

/** The commands of Assay itself, run on the server. */
export const commandOrigin: Origin = { address: null, client: 'assay' };

/** The first that fits wins: most browsers claim to be several others too. */
const programs: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\//, 'WeChat'],
  [/DingTalk/, 'DingTalk'],
  [/Edg(A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/OpenHarmony|HarmonyOS/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

/** `Chrome, Windows` of a `User-Agent`; of a program that is no browser its first word; `?` when it says nothing. */
export function clientOf(userAgent: string | undefined): string {
  const text = (userAgent ?? '').slice(0, 500);
  const find = (kinds: typeof programs) => kinds.find(([pattern]) => pattern.test(text))?.[1];
  const program = find(programs);
  const plain = /^[\w.-]{1,40}/.exec(text)?.[0];
  return program ? [program, find(systems)].filter(Boolean).join(', ') : (plain ?? '?');
}
