import type { Language } from '../../i18n/language.ts';
import type { DraftTexts } from './draft-texts.ts';

const chinese = `# 空白模板。以“#”开头的是说明，可以删除。
format: 1
id: my-criteria            # 标识：小写字母、数字、连字符；以后不要更改
version: 1.0.0             # 版本：三个数字；发布后修改内容须升高
language: zh-CN            # 本文件的语言：zh-CN 或 en
title: 新的评价准则
about: 说明准则的来源和适用范围。
basis: [GB/T 27922-2011]   # 依据的标准，可以有多项

scales:                    # 量表：供“rate_by: level”的条款使用
  three-levels:
    levels:                # 从低到高；第一级比例为 0，最后一级为 1
      - {value: 0, share: 0, label: 未开展}
      - {value: 1, share: 0.5, label: 部分做到}
      - {value: 2, share: 1, label: 完全做到}

clauses:                   # 条款树：上级分值等于下级之和
  - id: first-section
    number: "1"            # 编号写在引号里
    title: 第一部分
    points: 100
    aggregate: sum
    clauses:
      - id: first-clause
        number: "1.1"
        title: 第一个条款
        requirement: 写明要求。
        guidance: 写明如何判断。
        points: 60
        rate_by: level     # 评定方式：met、sample、level、points、measure、checklist
        scale: three-levels
        evidence:
          - {kind: document, title: 应准备的文件, required: true}
      - id: second-clause
        number: "1.2"
        title: 第二个条款
        requirement: 写明要求。
        points: 40
        rate_by: met       # 符合得满分，不符合不得分
        not_applicable: with-reason

grades:                    # 等级：from 为下限，含本数
  - {id: pass, label: 达标, from: 70}
  - {id: good, label: 优秀, from: 90}
`;

const english = `# An empty template. What stands behind "#" explains and may be deleted.
format: 1
id: my-criteria            # small letters, digits, hyphens; do not change it later
version: 1.0.0             # three numbers; raise it to publish changed content
language: en               # the language of this file: zh-CN or en
title: New criteria
about: Say where they come from and to whom they apply.
basis: [GB/T 27922-2011]   # the standards they lean on, one or several

scales:                    # for clauses with "rate_by: level"
  three-levels:
    levels:                # lowest first; the first has share 0, the last share 1
      - {value: 0, share: 0, label: Not done}
      - {value: 1, share: 0.5, label: Partly done}
      - {value: 2, share: 1, label: Fully done}

clauses:                   # a tree: the points of a section are the sum of those below
  - id: first-section
    number: "1"            # numbers of clauses stand in quotes
    title: First section
    points: 100
    aggregate: sum
    clauses:
      - id: first-clause
        number: "1.1"
        title: First clause
        requirement: Say what is asked.
        guidance: Say how to judge it.
        points: 60
        rate_by: level     # or met, sample, points, measure, checklist
        scale: three-levels
        evidence:
          - {kind: document, title: A document to prepare, required: true}
      - id: second-clause
        number: "1.2"
        title: Second clause
        requirement: Say what is asked.
        points: 40
        rate_by: met       # full points when met, none otherwise
        not_applicable: with-reason

grades:                    # from: the lower bound, inclusive
  - {id: pass, label: Pass, from: 70}
  - {id: good, label: Good, from: 90}
`;

/** A small set of criteria without problems that explains itself, in that language. */
export function starterTexts(language: Language): DraftTexts {
  return { source: language === 'en' ? english : chinese, overlays: {} };
}
