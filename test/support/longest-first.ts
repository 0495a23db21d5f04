import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest on each database or in the browser; begun last, one of them would go on alone on one core. */
const longest = [
  'main-job',
  'audit-walk',
  'certification',
  'page-walk',
  'route-walk',
  'hostile-forms',
  'demo',
  'keeping-commands',
  'server',
  'program-start',
  'job-lock',
  'criteria-upgrades',
  'paper-structure',
  'golden-papers',
];

/** The order of the runner, with the files that take longest first in their project. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return at < 0 ? longest.length : at;
    };
    const projects = [...new Set(sorted.map(({ project }) => project.name))];
    return sorted.sort((a, b) => projects.indexOf(a.project.name) - projects.indexOf(b.project.name) || rank(a) - rank(b));
  }
}
