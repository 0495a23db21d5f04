import { createTransport } from 'nodemailer';

/** Whether the mail server answers and takes our name and password; nothing is sent. */
export async function isMailServerThere(smtpUrl: string): Promise<boolean> {
  const transport = createTransport({ url: smtpUrl, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 10_000 });
  try {
    return await transport.verify();
  } catch {
    return false;
  } finally {
    transport.close();
  }
}
