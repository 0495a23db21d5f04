import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Deps } from '../deps.ts';
import type { Assessment } from '../features/assessments/assessment.ts';
import { acceptFile, type UploadedFile } from '../features/evidence/accept-file.ts';
import { findEvidenceToJudge } from '../features/evidence/accept-store.ts';
import { judgeEvidence } from '../features/evidence/evidence-change-service.ts';
import { handInFor } from '../features/requests/request-answer-service.ts';
import { askForEvidence } from '../features/requests/request-service.ts';
import { drawSample, recordItems } from '../features/samples/sample-service.ts';
import { figureSurvey } from '../features/surveys/figure-survey.ts';
import { outlineSurvey } from '../features/surveys/outline-survey.ts';
import { bringSurvey, chooseColumns } from '../features/surveys/survey-service.ts';
import type { ColumnChoice } from '../model/survey.ts';
import { atTime, dayFromNow } from './demo-clock.ts';
import { examples } from './demo-companies.ts';
import type { DemoPeople } from './demo-people.ts';

/** In an audit under way: a request answered and one overdue, evidence judged, a sample looked at, a survey of 200 answers. */
export async function addDemoEvidence(deps: Deps, audit: Assessment, people: DemoPeople): Promise<void> {
  await addRequests(deps, audit, people);
  await judgeSome(deps, audit, people);
  await addSample(deps, audit, people);
  await addSurvey(deps, audit, people);
}

async function addRequests(deps: Deps, { id }: Assessment, { lead, secondAuditor, haichuan }: DemoPeople): Promise<void> {
  const earlier = atTime(deps, new Date(deps.clock().getTime() - 6 * 24 * 60 * 60 * 1000).toISOString());
  const answered = await askForEvidence(earlier, lead.actor, id, {
    text: '最近一个季度的维修单登记表（导出），含单号、日期、网点、是否一次修复。',
    clauses: ['first-time-fix-rate'],
    siteId: null,
    dueOn: dayFromNow(deps, -2),
  });
  await askForEvidence(earlier, secondAuditor.actor, id, {
    text: '所有授权网点的服务协议首页和签字页扫描件；名单有变动的请附说明。',
    clauses: ['outlet-management'],
    siteId: null,
    dueOn: dayFromNow(deps, -1),
  });
  const file = await takeIn(deps, 'repair-slips.csv', createReadStream(join(examples, 'evidence', 'repair-slips.csv')));
  const answer = { revision: 1, note: '系统导出，未作删改。', source: '工单系统', ownDate: dayFromNow(deps, -3) };
  try {
    await handInFor(deps, haichuan.actor, { assessmentId: id, requestId: answered }, answer, [file]);
  } finally {
    await file.received.discard();
  }
}

async function judgeSome(deps: Deps, { id }: Assessment, { lead }: DemoPeople): Promise<void> {
  const [first, second] = await findEvidenceToJudge(deps.db, id, 2);
  const judge = (evidence: typeof first, status: 'accepted' | 'rejected', reason: string | null) =>
    evidence &&
    judgeEvidence(
      deps,
      lead.actor,
      { assessmentId: id, evidenceId: evidence.id },
      { status, reason, by: null, revision: evidence.revision },
    );
  await judge(first, 'accepted', null);
  await judge(second, 'rejected', '扫描件看不清签字和日期，请重新提交清晰的版本。');
}

async function addSample(deps: Deps, { id }: Assessment, { secondAuditor }: DemoPeople): Promise<void> {
  const sampleId = await drawSample(deps, secondAuditor.actor, id, {
    clause: 'outlet-management',
    title: '授权服务网点',
    population: '公司公布的服务网点名单，按名单顺序编号',
    size: 46,
    list: [],
    method: 'random',
    wanted: 8,
    seed: 'assay-2026-07',
    start: null,
    step: null,
    reason: '',
  });
  const findings = [1, 2, 3, 4, 5, 6].map((place) => ({
    place,
    outcome: place === 4 ? ('fail' as const) : ('pass' as const),
    note: place === 4 ? '协议已于去年十二月到期，未续签。' : '',
    evidence: '',
  }));
  await recordItems(deps, secondAuditor.actor, { assessmentId: id, sampleId }, { revision: 1, findings });
}

async function addSurvey(deps: Deps, { id }: Assessment, { lead }: DemoPeople): Promise<void> {
  const tools = { ...deps, surveys: { outline: outlineSurvey, figures: figureSurvey } };
  const file = await takeIn(deps, '顾客满意度调查.csv', Readable.from([Buffer.from(surveyText())]));
  try {
    const surveyId = await bringSurvey(tools, lead.actor, id, { title: '顾客满意度调查', kind: 'answers' }, file);
    await chooseColumns(tools, lead.actor, { assessmentId: id, surveyId }, { revision: 1, columns: surveyColumns });
  } finally {
    await file.received.discard();
  }
}

const plain: ColumnChoice = { role: 'ignore', clause: null, scale: 'number', from: null, to: null, passFrom: null, feed: 'mean' };

const surveyColumns: readonly ColumnChoice[] = [
  plain,
  { ...plain, role: 'date' },
  { ...plain, role: 'site' },
  { ...plain, role: 'answer', clause: 'satisfaction-rate', scale: 'words', passFrom: 4, feed: 'share' },
  { ...plain, role: 'answer', clause: 'response-time', from: 0, to: 240 },
  { ...plain, role: 'answer', clause: 'first-time-fix-rate', scale: 'yes-no', feed: 'share' },
];

/** Two hundred answers that are the same in every demo; a few of them are as people really write. */
function surveyText(): string {
  const satisfaction = ['非常满意', '满意', '非常满意', '满意', '一般', '满意', '非常满意', '不满意', '满意', '非常满意'];
  const sites = ['顺德总部服务部', '广州网点', '佛山网点', '中山网点'];
  const rows = Array.from({ length: 200 }, (_, index) => {
    const mixed = (index * 7919 + 104729) % 9973;
    const hours = index === 57 ? '约两天' : String(2 + (mixed % 45) + (index % 50 === 31 ? 120 : 0));
    const answer = index === 121 ? '还行' : (satisfaction[mixed % satisfaction.length] ?? '');
    const day = `2026-0${1 + (index % 3)}-${String(1 + (mixed % 28)).padStart(2, '0')}`;
    return [index + 1, day, sites[mixed % sites.length], answer, hours, mixed % 12 === 0 ? '否' : '是'].join(',');
  });
  return ['序号,日期,网点,对本次服务是否满意,从报修到上门（小时）,是否一次修好', ...rows, ''].join('\r\n');
}

async function takeIn(deps: Deps, name: string, stream: Readable): Promise<UploadedFile> {
  const received = await deps.files.receive(stream, deps.config.uploadLimit);
  return acceptFile(received, name);
}
