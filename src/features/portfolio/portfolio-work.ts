import { type PortfolioOrder, renderPortfolio } from './portfolio-paper.ts';

/** Writes the overview, in a thread: with many organizations it takes its time. */
export async function writePortfolio(order: PortfolioOrder): Promise<Uint8Array> {
  return new Uint8Array(await renderPortfolio(order));
}
