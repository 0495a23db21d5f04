import type { Catalogue } from '../catalogue.ts';

/** Of each kind of stored data: what it is, what for, for how long, who sees it, and why it stays when a person is erased. */
export const storedKindTexts = {
  'stored.accounts': { 'zh-CN': '账户', en: 'Accounts' },
  'stored.accounts.what': {
    'zh-CN': '姓名、登录名、邮箱、注册号、语言、角色、所在企业、密码的散列值',
    en: 'name, sign-in name, e-mail, registration number, language, roles, companies, hash of the password',
  },
  'stored.accounts.why': {
    'zh-CN': '登录、分配工作、在记录和报告上署名',
    en: 'signing in, giving out work, names on records and reports',
  },
  'stored.accounts.long': {
    'zh-CN': '直到管理员删除个人信息；停用的账户保留',
    en: 'until the administrator erases it; a deactivated account stays',
  },
  'stored.accounts.seen': {
    'zh-CN': '管理员；姓名：同一评价的人员',
    en: 'administrators; the name: whoever shares an assessment',
  },
  'stored.accounts.stays': { 'zh-CN': '记录指向它；只剩代称', en: 'records point to it; only the pseudonym is left' },

  'stored.signing-in': { 'zh-CN': '登录', en: 'Signing in' },
  'stored.signing-in.what': {
    'zh-CN':
      '会话（网络地址、浏览器）、常用浏览器、两步验证密钥（加密）、恢复码和链接的散列值、通行密钥、统一登录编号、接口令牌、失败次数',
    en: 'sessions (network address, browser), known browsers, key of the second factor (encrypted), hashes of recovery codes and links, passkeys, number with the single sign-on, API tokens, failed tries',
  },
  'stored.signing-in.why': { 'zh-CN': '确认是谁，挡住猜密码的人', en: 'telling who it is, holding off guessers' },
  'stored.signing-in.long': {
    'zh-CN': '会话到期即删；失败次数一小时；链接七天；其余直到本人移除或账户删除',
    en: 'sessions until they run out, failed tries an hour, links seven days; the rest until the person removes it or the account is erased',
  },
  'stored.signing-in.seen': { 'zh-CN': '本人', en: 'the person' },
  'stored.signing-in.stays': { 'zh-CN': '不保留', en: 'nothing stays' },

  'stored.competence': { 'zh-CN': '能力与过往关系', en: 'Competence and past ties' },
  'stored.competence.what': {
    'zh-CN': '可审的准则和行业、等级、注册号、有效期、证明；与企业的过往关系',
    en: 'criteria and trades that somebody can audit, grade, registration number, validity, proof; past ties with companies',
  },
  'stored.competence.why': {
    'zh-CN': '只派有能力、无利害关系的人',
    en: 'sending only people who are able and have no interest in it',
  },
  'stored.competence.long': { 'zh-CN': '直到删除个人信息', en: 'until the person’s data is erased' },
  'stored.competence.seen': { 'zh-CN': '本人、管理人员、审核组长', en: 'the person, the office, lead auditors' },
  'stored.competence.stays': {
    'zh-CN': '须能证明当时的审核由有能力的人完成',
    en: 'it must be shown that audits were done by people who were able to',
  },

  'stored.impartiality': { 'zh-CN': '公正性声明', en: 'Statements of impartiality' },
  'stored.impartiality.what': { 'zh-CN': '对各问题的回答、说明、签名、裁定', en: 'answers, explanations, signature, ruling' },
  'stored.impartiality.why': { 'zh-CN': '证明审核公正', en: 'showing that the audit was impartial' },
  'stored.impartiality.long': { 'zh-CN': '与所在评价相同', en: 'as long as the assessment' },
  'stored.impartiality.seen': { 'zh-CN': '本人、审核组长、管理人员', en: 'the person, the lead auditor, the office' },
  'stored.impartiality.stays': {
    'zh-CN': '回答和裁定是审核公正的证明；说明和签名被抹去',
    en: 'answers and rulings show impartiality; explanations and signature go',
  },

  'stored.organizations': { 'zh-CN': '企业、场所、联系人', en: 'Organizations, sites, contacts' },
  'stored.organizations.what': {
    'zh-CN': '名称、注册号、行业、人数、地址；联系人的姓名、职务、电话、邮箱',
    en: 'name, registration number, trade, headcount, address; contacts with position, telephone, e-mail',
  },
  'stored.organizations.why': { 'zh-CN': '安排和进行评价', en: 'arranging and doing assessments' },
  'stored.organizations.long': {
    'zh-CN': '联系人直到移除；企业与其评价和证书相同',
    en: 'contacts until removed; the rest as long as its assessments and certificates',
  },
  'stored.organizations.seen': { 'zh-CN': '本机构、该企业的人员', en: 'the body, the company’s people' },
  'stored.organizations.stays': { 'zh-CN': '属于企业', en: 'it is the company’s' },

  'stored.assessments': { 'zh-CN': '评价与审核组', en: 'Assessments and teams' },
  'stored.assessments.what': {
    'zh-CN': '时间、状态、场所、组员与分工、离组原因',
    en: 'dates, state, sites, who is in the team with what part, why somebody left',
  },
  'stored.assessments.why': { 'zh-CN': '进行评价，可追溯', en: 'doing the assessment, and tracing it' },
  'stored.assessments.long': { 'zh-CN': '评价结束后的保存期', en: 'a period after the assessment has ended' },
  'stored.assessments.seen': {
    'zh-CN': '审核组、管理人员；报告后企业',
    en: 'the team, the office; after the report the company',
  },
  'stored.assessments.stays': { 'zh-CN': '须知道谁做过审核', en: 'it must be known who audited' },

  'stored.plans': { 'zh-CN': '计划、日程、签到', en: 'Plans, agendas, attendance' },
  'stored.plans.what': {
    'zh-CN': '人日、抽取的场所、日程、到会人员姓名和职务',
    en: 'person-days, sites drawn, agenda, names and positions of who attended',
  },
  'stored.plans.why': { 'zh-CN': '安排审核，证明会议召开', en: 'arranging the audit, showing that meetings took place' },
  'stored.plans.long': { 'zh-CN': '与所在评价相同', en: 'as long as the assessment' },
  'stored.plans.seen': { 'zh-CN': '审核组、管理人员、企业', en: 'the team, the office, the company' },
  'stored.plans.stays': { 'zh-CN': '是审核过程的一部分', en: 'it is part of the audit' },

  'stored.ratings': { 'zh-CN': '评定与抽样', en: 'Ratings and samples' },
  'stored.ratings.what': {
    'zh-CN': '每条的评定、备注、评定人、时间；样本项',
    en: 'what was said of each clause, by whom, when; sampled items',
  },
  'stored.ratings.why': { 'zh-CN': '算出结果并说明', en: 'computing and explaining the result' },
  'stored.ratings.long': { 'zh-CN': '与所在评价相同', en: 'as long as the assessment' },
  'stored.ratings.seen': { 'zh-CN': '审核组；结果：企业', en: 'the team; the result: the company' },
  'stored.ratings.stays': { 'zh-CN': '结果以此为据', en: 'the result stands on it' },

  'stored.evidence': { 'zh-CN': '证据、资料索取、调查', en: 'Evidence, requests, surveys' },
  'stored.evidence.what': {
    'zh-CN': '文件与说明，可能含顾客、员工的个人信息（照片、合同、投诉、调查表）',
    en: 'files and notes; they may hold data of customers and staff (pictures, contracts, complaints, survey sheets)',
  },
  'stored.evidence.why': { 'zh-CN': '证明评定', en: 'proving the ratings' },
  'stored.evidence.long': { 'zh-CN': '证据文件的保存期', en: 'the period for files of evidence' },
  'stored.evidence.seen': { 'zh-CN': '审核组、管理人员、提交的企业', en: 'the team, the office, the company that handed it in' },
  'stored.evidence.stays': { 'zh-CN': '评定以此为据', en: 'ratings stand on it' },

  'stored.findings': { 'zh-CN': '审核发现与整改', en: 'Findings and corrections' },
  'stored.findings.what': {
    'zh-CN': '陈述、原因、措施、责任人、验证',
    en: 'statement, cause, action, who is responsible, verification',
  },
  'stored.findings.why': { 'zh-CN': '整改与验证', en: 'correcting and verifying' },
  'stored.findings.long': { 'zh-CN': '与所在评价相同', en: 'as long as the assessment' },
  'stored.findings.seen': { 'zh-CN': '审核组、管理人员、企业', en: 'the team, the office, the company' },
  'stored.findings.stays': { 'zh-CN': '结果以此为据', en: 'the result stands on it' },

  'stored.results': { 'zh-CN': '结果与签发的文件', en: 'Results and issued papers' },
  'stored.results.what': {
    'zh-CN': '结束时的全部评定和结果、报告，含审核组姓名',
    en: 'ratings and result as they were, reports with the names of the team',
  },
  'stored.results.why': { 'zh-CN': '对外有效的结论', en: 'the conclusion that others rely on' },
  'stored.results.long': { 'zh-CN': '与所在评价相同', en: 'as long as the assessment' },
  'stored.results.seen': {
    'zh-CN': '审核组、管理人员、企业；凭验证码：编号与散列值',
    en: 'the team, the office, the company; by the code: number and hash',
  },
  'stored.results.stays': { 'zh-CN': '签发后不改动', en: 'what was issued is not altered' },

  'stored.certification': { 'zh-CN': '认证申请、协议、复核、决定', en: 'Applications, agreements, reviews, decisions' },
  'stored.certification.what': {
    'zh-CN': '申请内容、文件、签字人、复核意见、签署的决定',
    en: 'the application, papers, who signed, review, signed decision',
  },
  'stored.certification.why': { 'zh-CN': '依规认证，可追溯', en: 'certifying by the rules, and tracing it' },
  'stored.certification.long': {
    'zh-CN': '拒绝或撤回的申请有保存期；其余与证书相同',
    en: 'refused and withdrawn ones have a period; the rest as long as the certificate',
  },
  'stored.certification.seen': { 'zh-CN': '管理人员、参与的人员、该企业', en: 'the office, who has a part in it, the company' },
  'stored.certification.stays': { 'zh-CN': '须知道谁复核、谁决定', en: 'it must be known who reviewed and decided' },

  'stored.certificates': { 'zh-CN': '证书与获证后的安排', en: 'Certificates and what follows' },
  'stored.certificates.what': { 'zh-CN': '编号、持有人、范围、状态、签名文件', en: 'number, holder, scope, state, signed files' },
  'stored.certificates.why': { 'zh-CN': '公开查询，监督', en: 'the public register, surveillance' },
  'stored.certificates.long': { 'zh-CN': '长期', en: 'for good' },
  'stored.certificates.seen': { 'zh-CN': '公开；经过：管理人员', en: 'everybody; what happened to it: the office' },
  'stored.certificates.stays': { 'zh-CN': '证书对外有效', en: 'others rely on certificates' },

  'stored.disputes': { 'zh-CN': '申诉与投诉', en: 'Appeals and complaints' },
  'stored.disputes.what': {
    'zh-CN': '内容、随附文件、投诉人姓名和联系方式、给投诉人的信、调查、答复',
    en: 'the matter and files with it, name, contact and e-mail of who complained, letters to them, investigation, answer',
  },
  'stored.disputes.why': { 'zh-CN': '处理并答复', en: 'looking into it and answering' },
  'stored.disputes.long': { 'zh-CN': '结案后的保存期', en: 'a period after it was closed' },
  'stored.disputes.seen': {
    'zh-CN': '管理人员、调查人；申诉：提出的企业',
    en: 'the office, the investigator; an appeal: the company',
  },
  'stored.disputes.stays': { 'zh-CN': '须知道谁处理过', en: 'it must be known who dealt with it' },

  'stored.notices': { 'zh-CN': '通知与邮件', en: 'Notices and mail' },
  'stored.notices.what': {
    'zh-CN': '通知的内容、时间、是否已读、是否已发邮件',
    en: 'what somebody was told, when, whether read and mailed',
  },
  'stored.notices.why': { 'zh-CN': '告知该做的事', en: 'telling people what is due' },
  'stored.notices.long': { 'zh-CN': '通知的保存期', en: 'the period for notices' },
  'stored.notices.seen': { 'zh-CN': '本人；发送状态：管理员', en: 'the person; whether mail went out: administrators' },
  'stored.notices.stays': { 'zh-CN': '不保留', en: 'nothing stays' },

  'stored.trail': { 'zh-CN': '操作记录', en: 'Audit trail' },
  'stored.trail.what': {
    'zh-CN': '谁、何时、从哪里（网络地址、浏览器）、做了什么、前后',
    en: 'who, when, from where (network address, browser), what, before and after',
  },
  'stored.trail.why': { 'zh-CN': '证明记录未被改动，追查滥用', en: 'showing that records were not altered, tracing misuse' },
  'stored.trail.long': {
    'zh-CN': '长期；姓名和邮箱到删除个人信息为止',
    en: 'for good; names and addresses until the person’s data is erased',
  },
  'stored.trail.seen': { 'zh-CN': '管理人员；单个评价：审核组', en: 'the office; of one assessment: its team' },
  'stored.trail.stays': {
    'zh-CN': '去掉任何一条，链就断了；姓名和邮箱被抹去，网络地址保留',
    en: 'without an entry the chain breaks; names and addresses to write to go, network addresses stay',
  },

  'stored.criteria': { 'zh-CN': '准则与草稿', en: 'Criteria and drafts' },
  'stored.criteria.what': { 'zh-CN': '准则内容、谁何时修改和发布', en: 'the criteria, who changed and published them when' },
  'stored.criteria.why': { 'zh-CN': '评价的依据', en: 'what assessments are made against' },
  'stored.criteria.long': { 'zh-CN': '长期', en: 'for good' },
  'stored.criteria.seen': { 'zh-CN': '所有登录的人；草稿：管理人员', en: 'whoever is signed in; drafts: the office' },
  'stored.criteria.stays': { 'zh-CN': '须知道谁发布', en: 'it must be known who published it' },

  'stored.operation': { 'zh-CN': '运行', en: 'Operation' },
  'stored.operation.what': {
    'zh-CN': '后台任务、完整性检查、节假日、机构名称与样式、编号',
    en: 'background work, integrity checks, holidays, name and look of the body, counters',
  },
  'stored.operation.why': { 'zh-CN': '系统运行', en: 'running the system' },
  'stored.operation.long': { 'zh-CN': '长期', en: 'for good' },
  'stored.operation.seen': { 'zh-CN': '管理人员；任务：提出的人', en: 'the office; work: who asked for it' },
  'stored.operation.stays': { 'zh-CN': '只有代称', en: 'only the pseudonym is in it' },
} as const satisfies Catalogue;
