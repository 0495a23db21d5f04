import { ratedClauses, textIn } from '../../src/model/clauses.ts';
import type { Clause, Criteria, RatingMethod } from '../../src/model/criteria.ts';
import type { ClauseRating, Dossier, Evidence } from '../../src/model/dossier.ts';
import type { Rating } from '../../src/model/rating.ts';

const notes = [
  '抽查近三个月的维修单二十份，其中三份缺少客户签字，已当场说明。',
  '查阅《售后服务管理手册》（2025 版）第 4 章，并访谈服务经理和两名一线人员，回答一致。',
  '现场查看服务大厅，公示的服务热线、投诉渠道和收费标准清晰，与官网一致。',
  '',
  'Checked against the CRM export of 2025-12-31 (1,284 service orders).',
];

/**
 * A finished audit of a made-up organization against any criteria: every clause rated the same way each time, some not applicable
 * where that is allowed, with notes, evidence, adjustments and findings of every class.
 */
export function reportDossier(criteria: Criteria, changes: Partial<Dossier> = {}): Dossier {
  const clauses = ratedClauses(criteria);
  const ratings = Object.fromEntries(clauses.map((clause, index) => [clause.id, ratingOf(clause, index)]));
  const at = (index: number) => clauses[index % clauses.length]?.id ?? '';
  return {
    criteria,
    organization: {
      name: '海川电器有限公司',
      registrationNumber: '91370200MA3C0ABC5X',
      trade: '家用电器制造与销售',
      headcount: 1260,
      address: '山东省青岛市崂山区松岭路 88 号',
      sites: [
        { name: '青岛总部', address: '山东省青岛市崂山区松岭路 88 号', central: true },
        { name: '济南服务中心', address: '山东省济南市历下区经十路 1200 号', central: false },
      ],
    },
    assessment: {
      number: 'A-2026-0007',
      kind: 'initial',
      from: '2026-01-05',
      to: '2026-01-07',
      team: [
        { name: '王建国', role: 'lead-auditor', registrationNumber: 'SC-2019-04417' },
        { name: 'Anna Lindqvist', role: 'auditor', registrationNumber: 'SC-2021-11029' },
        { name: '李敏', role: 'company-member', registrationNumber: null },
      ],
      targetGrade: criteria.grades[0]?.id ?? null,
      heldGrade: null,
      finishedAt: '2026-01-07T09:30:00.000Z',
    },
    ratings,
    adjustments: [
      {
        kind: 'deduction',
        ground: criteria.deduction?.grounds[0]?.id ?? null,
        statement: '承诺二十四小时上门，抽查中三次超时，且未向顾客说明原因。',
      },
      {
        kind: 'bonus',
        ground: criteria.bonus?.grounds[0]?.id ?? null,
        statement: '自主建立以旧换新回收网络，年回收量居行业前列。',
      },
    ],
    findings: [
      {
        clause: at(7),
        grade: 'minor',
        statement: '维修单缺少客户签字，不符合“维修记录完整、可追溯”的要求；抽查二十份，三份未签。',
      },
      { clause: at(20), grade: 'observation', statement: '配件价格在两个网点的公示方式不一致。' },
      { clause: at(31), grade: 'strength', statement: 'The parts warehouse ships 98.6% of orders within four hours.' },
      { clause: null, grade: 'opportunity', statement: '可将投诉分类数据与产品改进计划关联。' },
    ],
    evidence: Array.from({ length: 14 }, (_, index) => evidenceOf(index, [at(index * 3), at(index * 5 + 1)])),
    previous: null,
    ...changes,
  };
}

function evidenceOf(index: number, clauses: readonly string[]): Evidence {
  const kinds = ['record', 'document', 'photo', 'interview', 'link'] as const;
  const kind = kinds[index % kinds.length] ?? 'record';
  const hasFile = kind !== 'interview' && kind !== 'link';
  return {
    reference: `E${index + 1}`,
    kind,
    title: ['维修单抽样', '售后服务管理手册', '服务大厅公示照片', '服务经理访谈', '官网服务承诺'][index % 5] ?? '',
    date: index === 9 ? null : `2026-01-${String(5 + (index % 3)).padStart(2, '0')}`,
    note: index % 4 === 0 ? '按网点和月份分层抽取。' : '',
    clauses: [...new Set(clauses)],
    link: kind === 'link' ? 'https://service.haichuan.example/commitments/after-sales-24h-on-site' : null,
    file: hasFile
      ? {
          name: `evidence-${index + 1}.pdf`,
          mediaType: 'application/pdf',
          size: 18_400 * (index + 1),
          sha256: String(index % 10)
            .repeat(4)
            .concat('9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f0')
            .slice(0, 64),
        }
      : null,
  };
}

function ratingOf(clause: Clause, index: number): ClauseRating {
  const note = notes[index % notes.length] ?? '';
  if (clause.notApplicable !== 'forbidden' && index % 11 === 5) {
    return { rating: { by: 'not-applicable', reason: '组织不销售该类商品，无此项活动。' }, note: '' };
  }
  return { rating: methodRating(clause, index), note };
}

function methodRating(clause: Clause, index: number): Rating | null {
  const { method } = clause;
  return method && givenRating(method, clause.points, index);
}

function givenRating(method: RatingMethod, points: string, index: number): Rating {
  const good = index % 6 !== 0;
  const from = good ? 0 : 1;
  switch (method.by) {
    case 'met':
      return { by: 'met', met: index % 13 !== 0 };
    case 'sample':
      return { by: 'sample', size: Math.max(method.atLeast, 20), failed: good ? 0 : 3 };
    case 'level':
      return { by: 'level', level: method.levels.at(good ? -1 : -2)?.value ?? 0 };
    case 'points':
      return { by: 'points', points: good ? points : '0' };
    case 'measure':
      return { by: 'measure', value: method.bands.at(from)?.at ?? '0' };
    case 'checklist':
      return { by: 'checklist', present: method.items.slice(from).map(({ id }) => id) };
  }
}

/** A criteria version with so many clauses in sections of fifty, each worth one point, rated met or not. */
export function wideCriteria(base: Criteria, count: number): Criteria {
  const leaf = ratedClauses(base).find((clause) => clause.method?.by === 'met');
  if (!leaf) throw new Error('The criteria have no clause that is met or not.');
  const leaves = Array.from({ length: count }, (_, index) => ({
    ...leaf,
    id: `clause-${index}`,
    number: `${Math.floor(index / 50) + 1}.${(index % 50) + 1}`,
    title: { [base.language]: `${textIn(leaf.title, base.language, base.language)} ${index + 1}` },
    points: '1',
    notApplicable: 'with-reason' as const,
  }));
  const sections = Array.from({ length: Math.ceil(count / 50) }, (_, index) => {
    const clauses = leaves.slice(index * 50, index * 50 + 50);
    const title = { [base.language]: `第${index + 1}部分` };
    return {
      ...leaf,
      id: `section-${index}`,
      number: `${index + 1}`,
      title,
      points: String(clauses.length),
      aggregate: 'sum' as const,
      method: null,
      evidence: [],
      clauses,
    };
  });
  const grades = base.grades.map((grade) => ({ ...grade, requires: [] }));
  return { ...base, id: 'wide', clauses: sections, grades, gates: [], maturity: null };
}
