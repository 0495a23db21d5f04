import { readConfig } from '../config.ts';
import { serve } from '../serve.ts';
import { type ExitCode, exitCodes, type Session } from './output.ts';

/** Runs the server until it is told to stop. */
export async function runServer({ environment, output }: Session): Promise<ExitCode> {
  await serve(readConfig(environment), output.out);
  return exitCodes.fine;
}
