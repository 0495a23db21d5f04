import { createTransport } from 'nodemailer';
import type { Config } from '../../config.ts';
import type { Composed } from './compose-mail.ts';

/** Sends letters by SMTP over connections that it keeps until it is closed. */
export interface Mailer {
  /** `id` makes the Message-ID: a letter that is sent twice can be told to be one. Throws MailRefused or what the network throws. */
  send(id: string, to: string, letter: Composed): Promise<void>;
  close(): void;
}

/** The server will not take this letter, however often it is tried. */
export class MailRefused extends Error {}

/** Milliseconds that a server may take for each step. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

export function openMailer({ smtpUrl, mailFrom, address }: MailerSettings, limits = patience): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    ...limits,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = new URL(address).hostname;
  return {
    async send(id, to, { subject, text, html }) {
      const headers = { 'Auto-Submitted': 'auto-generated' };
      // An address in an object is taken as it is, never parsed as a list.
      const envelope = { from: { name: mailFrom.name, address: mailFrom.address }, to: { name: '', address: to } };
      await transport.sendMail({ ...envelope, subject, text, html, headers, messageId: `<${id}@${host}>` }).catch(refuse);
    },
    close: () => transport.close(),
  };
}

export interface MailerSettings {
  readonly smtpUrl: string;
  readonly mailFrom: { readonly name: string; readonly address: string };
  readonly address: string;
}

/** The settings when mail is configured. */
export function mailerSettings({ smtpUrl, mailFrom, address }: Config): MailerSettings | null {
  return smtpUrl === null || mailFrom === null ? null : { smtpUrl, mailFrom, address };
}

/** Only what the server says for good of this recipient or letter; a wrong password of ours or a 4xx answer can be mended. */
function refuse(error: Error & { code?: string; responseCode?: number }): never {
  const forGood = (error.responseCode ?? 0) >= 500 && (error.code === 'EENVELOPE' || error.code === 'EMESSAGE');
  throw forGood ? new MailRefused(error.message, { cause: error }) : error;
}
