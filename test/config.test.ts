import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../src/config.ts';

test('without any setting everything has a sensible value', () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    host: 'localhost',
    port: 3000,
    address: 'http://localhost:3000',
    databaseUrl: null,
    dataFolder: resolve('data'),
    sessionSecret: null,
    trustedProxies: 0,
    uploadLimit: 50 * 1024 * 1024,
    timeZone: 'Asia/Shanghai',
    signingKey: null,
    logLevel: 'info',
  });
});

test('an empty setting counts as none', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '', ASSAY_ADDRESS: '' })).toEqual(readConfig({}));
});

test('every setting is taken', () => {
  const config = readConfig({
    HOST: '0.0.0.0',
    PORT: '8080',
    DATABASE_URL: 'postgres://assay@db/assay',
    ASSAY_ADDRESS: 'https://audit.example/',
    ASSAY_DATA: '/srv/assay',
    ASSAY_CRITERIA: '/srv/criteria',
    ASSAY_SESSION_SECRET: 's'.repeat(32),
    ASSAY_TRUSTED_PROXIES: '1',
    ASSAY_UPLOAD_MB: '0.5',
    ASSAY_TIME_ZONE: 'Europe/Berlin',
    ASSAY_SMTP_URL: 'smtp://mail.example:587',
    ASSAY_MAIL_FROM: 'Assay <assay@audit.example>',
    ASSAY_COMPETENCE: 'required',
    ASSAY_SIGNING_KEY: 'body.p12',
    ASSAY_SIGNING_PASSWORD: 'secret',
    ASSAY_SESSION_IDLE_HOURS: '0.5',
    ASSAY_SESSION_HOURS: '8',
    ASSAY_PROOF_MINUTES: '5',
    ASSAY_SECOND_FACTOR: 'required',
    ASSAY_FILES_KEY_FILE: '/etc/assay/files.key',
    ASSAY_CLAMD: '[::1]:3310',
    ASSAY_BACKUPS: '/var/backups/assay',
    ASSAY_TIMESTAMP_URL: 'https://time.example/tsr',
    ASSAY_TIMESTAMP_TRUST: '/etc/assay/time.pem',
    ASSAY_LOG_LEVEL: 'warn',
  });
  expect(config).toEqual({
    host: '0.0.0.0',
    port: 8080,
    databaseUrl: 'postgres://assay@db/assay',
    address: 'https://audit.example',
    dataFolder: '/srv/assay',
    criteriaFolder: '/srv/criteria',
    sessionSecret: 's'.repeat(32),
    trustedProxies: 1,
    uploadLimit: 512 * 1024,
    timeZone: 'Europe/Berlin',
    smtpUrl: 'smtp://mail.example:587',
    mailFrom: { name: 'Assay', address: 'assay@audit.example' },
    competence: 'required',
    signingKey: { file: resolve('body.p12'), password: 'secret', passwordFile: null },
    sessionLimits: { idle: 1_800_000, absolute: 28_800_000 },
    proofLimit: 300_000,
    secondFactor: 'required',
    oidc: null,
    filesKeyFile: '/etc/assay/files.key',
    clamd: { host: '::1', port: 3310 },
    backups: '/var/backups/assay',
    timeAuthority: { url: 'https://time.example/tsr', trustFile: '/etc/assay/time.pem' },
    logLevel: 'warn',
  });
});

test('secrets may stand in files, with the line end that editors leave', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'assay-secrets-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const fileOf = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const config = readConfig({
    DATABASE_URL_FILE: await fileOf('database', 'postgres://assay:secret@db/assay\n'),
    ASSAY_SESSION_SECRET_FILE: await fileOf('session', 's'.repeat(40)),
    ASSAY_SMTP_URL_FILE: await fileOf('smtp', 'smtp://user:password@mail.example\r\n'),
    ASSAY_MAIL_FROM: 'assay@audit.example',
    ASSAY_OIDC_ISSUER: 'https://id.example',
    ASSAY_OIDC_CLIENT_ID: 'assay',
    ASSAY_OIDC_CLIENT_SECRET_FILE: await fileOf('oidc', 'client secret\n'),
    ASSAY_OIDC_ROLES: 'a=auditor',
  });
  expect(config).toMatchObject({
    databaseUrl: 'postgres://assay:secret@db/assay',
    sessionSecret: 's'.repeat(40),
    smtpUrl: 'smtp://user:password@mail.example',
    oidc: { clientSecret: 'client secret', groupRoles: [['a', 'auditor']], name: 'SSO' },
  });
  expect(() => readConfig({ DATABASE_URL_FILE: join(folder, 'nowhere') })).toThrow(
    'DATABASE_URL_FILE names a file that cannot be read',
  );
  expect(() => readConfig({ ASSAY_SESSION_SECRET: 'x'.repeat(40), ASSAY_SESSION_SECRET_FILE: join(folder, 'session') })).toThrow(
    'Both',
  );
  expect(() => readConfig({ ASSAY_OIDC_ISSUER: 'https://id.example' })).toThrow('ASSAY_OIDC_CLIENT_ID');
});

const wrong: Readonly<Record<string, string>> = {
  PORT: '70000',
  ASSAY_CLAMD: 'localhost',
  DATABASE_URL: 'mysql://db',
  ASSAY_ADDRESS: 'audit.example',
  ASSAY_SESSION_SECRET: 'short',
  ASSAY_TRUSTED_PROXIES: '-1',
  ASSAY_UPLOAD_MB: 'many',
  ASSAY_LOG_LEVEL: 'loud',
  ASSAY_TIME_ZONE: 'Asia/Shanghia',
};

test.each(Object.entries(wrong))('%s=%s is refused by name', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`\\b${name}: `));
});

test('all wrong settings are named at once, and no secret is repeated', () => {
  const complaint = () => {
    try {
      readConfig(wrong);
      return '';
    } catch (error) {
      return String(error);
    }
  };
  for (const name of Object.keys(wrong)) expect(complaint()).toContain(`${name}: `);
  expect(complaint()).not.toMatch(/: short|"short"/);
});

test('what else stands in the environment does not matter', () => {
  expect(readConfig({ PATH: '/bin', NODE_ENV: 'production' })).toEqual(readConfig({}));
});
