import type { Request } from 'express';

/** The value of a cookie of the request, as it was sent. */
export function cookieOf(req: Request, name: string): string | undefined {
  for (const part of req.get('cookie')?.split(';') ?? []) {
    const [key, value] = part.trim().split('=');
    if (key === name) return value;
  }
  return undefined;
}
