import type { RequestParamHandler } from 'express';
import { z } from 'zod';

/** What cannot be the id of a draft is looked for elsewhere: criteria may be called "drafts" too. */
export const onlyDrafts: RequestParamHandler = (_req, _res, next, id) => {
  next(z.uuid().safeParse(id).success ? undefined : 'route');
};
