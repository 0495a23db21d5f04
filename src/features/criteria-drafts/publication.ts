import { compareVersions } from '../../catalog/open-catalog.ts';
import { type Message, message } from '../../i18n/translate.ts';
import type { LibraryLine } from '../criteria/library-store.ts';
import type { DraftCheck } from './draft-texts.ts';

/** The highest version of that id that the instance knows; undefined when there is none. */
export function latestOf(lines: readonly LibraryLine[], id: string): LibraryLine | undefined {
  return lines.filter((line) => line.id === id).sort((a, b) => compareVersions(b.version, a.version))[0];
}

/** Why these texts cannot be published beside what the instance knows; null when they can. */
export function publicationRefusal({ criteria, hash, problems }: DraftCheck, lines: readonly LibraryLine[]): Message | null {
  if (!criteria) return message('drafts.hasProblems', { count: problems.length });
  const { id, version } = criteria;
  const same = lines.find((line) => line.id === id && line.version === version);
  const latest = latestOf(lines, id);
  if (same?.hash === hash) return message('drafts.alreadyPublished', { version });
  if (same) return message('drafts.versionTaken', { version, latest: latest?.version ?? version });
  if (latest && compareVersions(version, latest.version) < 0)
    return message('drafts.versionLower', { version, latest: latest.version });
  return null;
}
