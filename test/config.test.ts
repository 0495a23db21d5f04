import { resolve } from 'node:path';
import { expect, test } from 'vitest';
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
    filesKeyFile: '/etc/assay/files.key',
    clamd: { host: '::1', port: 3310 },
    logLevel: 'warn',
  });
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
