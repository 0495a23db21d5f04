/** A criteria file with so many rated clauses, in sections of fifty, of the kind that people write: titles, texts, methods. */
export function wideFile(id: string, count: number): string {
  const sections = Array.from({ length: Math.ceil(count / 50) }, (_, index) =>
    sectionText(index, Math.min(50, count - index * 50)),
  );
  return `format: 1
id: ${id}
version: 1.0.0
language: zh-CN
title: 用于测量的准则（${count} 条）
basis: [内部]
full_marks: 100
scales:
  practice:
    levels:
      - {value: 0, share: 0, label: 未开展}
      - {value: 1, share: 0.5, label: 有章可循}
      - {value: 2, share: 1, label: 执行到位}
clauses:
${sections.join('')}grades:
  - {id: pass, label: 达标, from: 70}
  - {id: excellent, label: 优秀, from: 90}
`;
}

function sectionText(section: number, count: number): string {
  const clauses = Array.from({ length: count }, (_, index) => clauseText(section, index));
  return `  - id: section-${section}
    number: "${section + 1}"
    title: 第 ${section + 1} 部分
    points: ${count * 2}
    aggregate: sum
    clauses:
${clauses.join('')}`;
}

const methods = [
  'rate_by: met',
  'rate_by: sample\n        sample: {at_least: 5}',
  'rate_by: level\n        scale: practice',
  'rate_by: points\n        step: 0.5',
];

function clauseText(section: number, index: number): string {
  return `      - id: clause-${section}-${index}
        number: "${section + 1}.${index + 1}"
        title: 第 ${section + 1}.${index + 1} 项服务要求
        requirement: 按承诺的时限受理、处理和答复，记录完整并可追溯，责任部门和责任人明确。
        guidance: 查阅近六个月的记录，随机抽取样本核对时间、签字与处理结果；缺一项即为不合格样本。
        points: 2
        ${methods[index % methods.length]}
        not_applicable: with-reason
`;
}
