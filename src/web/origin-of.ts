import type { Request } from 'express';
import { clientOf, type Origin } from '../model/origin.ts';

/** From where a request came: the address as far as proxies are trusted, and the kind of program. */
export function originOf(req: Request): Origin {
  return { address: req.ip ?? null, client: clientOf(req.get('user-agent')) };
}
