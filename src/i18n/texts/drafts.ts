import type { Catalogue } from '../catalogue.ts';

/** Drafts of criteria, their publication, and trying them out. */
export const draftTexts = {
  'drafts.title': { 'zh-CN': '准则草稿', en: 'Drafts of criteria' },
  'drafts.lead': {
    'zh-CN': '草稿可以带着问题保存；没有问题的草稿才能发布，发布后内容不再改变。',
    en: 'A draft may be saved with problems. It can be published once it has none, and its content never changes again.',
  },
  'drafts.none': {
    'zh-CN': '还没有草稿。可以从已有的准则开始，也可以上传文件。',
    en: 'There are no drafts yet. Begin with criteria that stand already, or upload a file.',
  },
  'drafts.new': { 'zh-CN': '新建草稿', en: 'New draft' },
  'drafts.untitled': { 'zh-CN': '（无标题）', en: '(no title yet)' },
  'drafts.name': { 'zh-CN': '草稿', en: 'Draft' },
  'drafts.saved': { 'zh-CN': '最近保存', en: 'Last saved' },
  'drafts.savedBy': { 'zh-CN': '保存人', en: 'By' },
  'drafts.manage': { 'zh-CN': '草稿与发布', en: 'Drafts and publishing' },

  'drafts.fromVersion': { 'zh-CN': '从已有的准则开始', en: 'Begin with criteria that stand already' },
  'drafts.fromVersionLead': {
    'zh-CN': '复制该版本的全部文字，注释也保留，版本号自动升高。',
    en: 'Copies the whole text of that version, comments too, and raises the version number.',
  },
  'drafts.chooseVersion': { 'zh-CN': '请选择一个版本。', en: 'Choose a version.' },
  'drafts.version': { 'zh-CN': '版本', en: 'Version' },
  'drafts.versionOption': { 'zh-CN': '{title} {version}', en: '{title} {version}' },
  'drafts.retiredOption': { 'zh-CN': '{title} {version}（已停用）', en: '{title} {version} (retired)' },
  'drafts.begin': { 'zh-CN': '建立草稿', en: 'Begin draft' },
  'drafts.beginFrom': { 'zh-CN': '以此版本建立草稿', en: 'Begin a draft from this version' },
  'drafts.fromFiles': { 'zh-CN': '上传文件', en: 'Upload files' },
  'drafts.fromFilesLead': {
    'zh-CN':
      '准则文件为 YAML（UTF-8 编码）或 XLSX 工作簿，最大 8 MB。YAML 的译文文件以语言结尾命名，如 name.en.yaml，可一并上传；工作簿本身含有译文。',
    en: 'Criteria are a YAML file (UTF-8) or an XLSX workbook of at most 8 MB. Translations of YAML are named by their language, such as name.en.yaml, and may come along; a workbook holds its translations itself.',
  },
  'drafts.criteriaFile': { 'zh-CN': '准则文件', en: 'Criteria file' },
  'drafts.overlayFiles': { 'zh-CN': '译文文件', en: 'Translation files' },
  'drafts.chooseFile': { 'zh-CN': '请选择准则文件。', en: 'Choose the criteria file.' },
  'drafts.notText': {
    'zh-CN': '“{name}”第 {line} 行起不是 UTF-8 文本，请另存为 UTF-8 编码的 YAML 文件后上传。',
    en: '"{name}" is no UTF-8 text from line {line} on. Save it as YAML in UTF-8 and upload it again.',
  },
  'drafts.overlayName': {
    'zh-CN': '从“{name}”的文件名看不出语言，请命名为 name.en.yaml 或 name.zh-CN.yaml。',
    en: 'The name of "{name}" does not say its language. Call it name.en.yaml or name.zh-CN.yaml.',
  },
  'drafts.overlayTwice': {
    'zh-CN': '语言 {language} 有两个译文文件，只能上传一个。',
    en: 'There are two translations into {language}; only one can be used.',
  },
  'drafts.upload': { 'zh-CN': '上传并建立草稿', en: 'Upload and begin draft' },
  'drafts.fromTemplate': { 'zh-CN': '从空白模板开始', en: 'Begin with an empty template' },
  'drafts.fromTemplateLead': {
    'zh-CN': '一份很小但完整的准则，每一行都有说明，改写即可。',
    en: 'A small but complete set of criteria with an explanation on each line, to be written over.',
  },
  'drafts.beginTemplate': { 'zh-CN': '使用模板', en: 'Use the template' },
  'drafts.inWorkbook': { 'zh-CN': '{text}', en: '{text}' },
  'drafts.begunNotes': {
    'zh-CN': '草稿已建立。请留意：{notes}',
    en: 'The draft was begun. Please note: {notes}',
  },
  'drafts.begun': { 'zh-CN': '草稿已建立。', en: 'The draft was begun.' },

  'drafts.import': { 'zh-CN': '从其他工具导入', en: 'Bring from elsewhere' },
  'drafts.importLead': {
    'zh-CN':
      '可导入 CISO Assistant 框架（YAML）、OSCAL 目录（与其配置文件一并选择）、OWASP SAMM 模型（可选多个文件），或含编号、名称、要求、分值的清单（CSV、XLSX）。文件合计最大 32 MB。导入后生成草稿，并说明保留、转换和舍弃的内容。',
    en: 'A CISO Assistant framework (YAML), an OSCAL catalog (choose its profile along with it), an OWASP SAMM model (several files), or a list with numbers, titles, texts and points (CSV, XLSX); at most 32 MB together. It becomes a draft, with a report of what was kept, mapped and dropped.',
  },
  'drafts.importFiles': { 'zh-CN': '要导入的文件', en: 'Files to import' },
  'drafts.importKind': { 'zh-CN': '来源格式', en: 'Kind of source' },
  'drafts.importKind.any': { 'zh-CN': '按内容识别', en: 'Recognise it by its content' },
  'drafts.importKind.ciso': { 'zh-CN': 'CISO Assistant 框架', en: 'CISO Assistant' },
  'drafts.importKind.oscal': { 'zh-CN': 'OSCAL 目录', en: 'OSCAL' },
  'drafts.importKind.samm': { 'zh-CN': 'OWASP SAMM 模型', en: 'OWASP SAMM' },
  'drafts.importKind.list': { 'zh-CN': '清单', en: 'List' },
  'drafts.importNow': { 'zh-CN': '导入并建立草稿', en: 'Import and begin draft' },
  'drafts.importChoose': { 'zh-CN': '请选择要导入的文件。', en: 'Choose the files to import.' },
  'drafts.importUnknown': {
    'zh-CN': '无法识别来源格式，请在“来源格式”中选择。',
    en: 'The kind of the source was not recognised; choose it below.',
  },
  'drafts.importTooLong': {
    'zh-CN': '导入结果超过 8 MB，不能作为一份草稿。请分成几份导入。',
    en: 'The result has more than 8 MB, too much for one draft. Import it in parts.',
  },
  'drafts.importReport': { 'zh-CN': '导入报告', en: 'Import report' },
  'drafts.importContinue': { 'zh-CN': '打开草稿', en: 'Open the draft' },
  'drafts.importPlace': { 'zh-CN': '来源位置', en: 'Place in the source' },
  'drafts.importWhat': { 'zh-CN': '说明', en: 'What was found or done' },

  'drafts.download': { 'zh-CN': '下载', en: 'Download' },
  'drafts.downloadTranslation': { 'zh-CN': 'YAML 译文（{language}）', en: 'YAML translation ({language})' },
  'drafts.downloadTemplate': { 'zh-CN': '下载模板工作簿（XLSX）', en: 'Download the template workbook (XLSX)' },
  'drafts.downloadProblems': {
    'zh-CN': '草稿还有 {count} 个问题，改正后才能转为其他格式；YAML 可随时下载。',
    en: 'The text still has {count} {count:problem|problems} and can be written in another format once {count:it is|they are} mended; as YAML it can be downloaded at any time.',
  },

  'drafts.source': { 'zh-CN': '准则文字', en: 'Criteria' },
  'drafts.overlay': { 'zh-CN': '译文：{language}', en: 'Translation: {language}' },
  'drafts.overlayHint': {
    'zh-CN': '只写译文，按标识对应；留空表示没有这种语言。',
    en: 'Only the translated texts, by id; leave it empty when there is none.',
  },
  'drafts.sourceHint': { 'zh-CN': 'YAML 格式；停止输入后自动检查。', en: 'In YAML; checked whenever you stop typing.' },
  'drafts.save': { 'zh-CN': '保存并检查', en: 'Save and check' },
  'drafts.savedNotice': { 'zh-CN': '草稿已保存。', en: 'The draft was saved.' },
  'drafts.unsaved': { 'zh-CN': '有未保存的修改', en: 'Changes are not saved yet' },
  'drafts.checking': { 'zh-CN': '正在检查…', en: 'Checking…' },
  'drafts.checkFailed': {
    'zh-CN': '检查未能完成，文字仍在此处，请稍后保存。',
    en: 'The check did not come through. Your text is still here; save it in a moment.',
  },
  'drafts.savedAt': { 'zh-CN': '{name} 于 {time} 保存', en: 'Saved by {name}, {time}' },
  'drafts.tryOut': { 'zh-CN': '预览与试评', en: 'Preview and try' },
  'drafts.publish': { 'zh-CN': '发布', en: 'Publish' },
  'drafts.delete': { 'zh-CN': '删除草稿', en: 'Delete draft' },
  'drafts.deleteLead': {
    'zh-CN': '草稿的文字将被删除，不能恢复。已发布的版本不受影响。',
    en: 'The text of the draft is gone for good. Published versions are not touched.',
  },
  'drafts.deleted': { 'zh-CN': '草稿已删除。', en: 'The draft was deleted.' },

  'drafts.conflict': {
    'zh-CN': '{name} 在您编辑期间保存了另外的内容，您的文字尚未保存。',
    en: '{name} saved something else while you were writing. Your text is not saved yet.',
  },
  'drafts.conflictLead': {
    'zh-CN': '您的文字在下面的编辑框中，对方的文字在其后。请把需要的内容并入后再保存。',
    en: 'Your text stands in the editor below, theirs after it. Take over what you need and save again.',
  },
  'drafts.keepMine': { 'zh-CN': '以我的文字保存', en: 'Save mine over it' },
  'drafts.takeTheirs': { 'zh-CN': '放弃我的，用对方的', en: 'Drop mine, take theirs' },
  'drafts.theirs': { 'zh-CN': '对方保存的：{name}', en: 'What they saved: {name}' },

  'drafts.check': { 'zh-CN': '检查', en: 'Check' },
  'drafts.fine': { 'zh-CN': '没有问题，可以发布。', en: 'No problems. It can be published.' },
  'drafts.problems': { 'zh-CN': '{count} 个问题', en: '{count} {count:problem|problems}' },
  'drafts.moreProblems': {
    'zh-CN': '另有 {count} 个问题未列出，请先改正以上内容。',
    en: '{count} more {count:problem is|problems are} not listed. Mend those above first.',
  },
  'drafts.place': { 'zh-CN': '第 {line} 行第 {column} 列', en: 'Line {line}, column {column}' },
  'drafts.placeIn': { 'zh-CN': '{text}，第 {line} 行第 {column} 列', en: '{text}, line {line}, column {column}' },
  'drafts.points': { 'zh-CN': '分值合计', en: 'Points' },
  'drafts.section': { 'zh-CN': '部分', en: 'Section' },
  'drafts.stated': { 'zh-CN': '应为', en: 'Stated' },
  'drafts.found': { 'zh-CN': '下级合计', en: 'Sum below' },
  'drafts.ratedBelow': { 'zh-CN': '评定条款', en: 'Rated' },
  'drafts.same': { 'zh-CN': '相符', en: 'adds up' },
  'drafts.differs': { 'zh-CN': '不相符', en: 'does not add up' },
  'drafts.free': { 'zh-CN': '不要求', en: 'need not' },
  'drafts.state': { 'zh-CN': '是否相符', en: 'Adds up' },
  'drafts.total': { 'zh-CN': '总计', en: 'Total' },
  'drafts.translated': { 'zh-CN': '{language}：已译 {percent}%', en: '{language}: {percent}% translated' },
  'drafts.missing': { 'zh-CN': '缺少的译文', en: 'Missing texts' },
  'drafts.moreMissing': { 'zh-CN': '另有 {count} 处', en: 'and {count} more' },

  'drafts.hasProblems': {
    'zh-CN': '草稿还有 {count} 个问题，改正后才能发布。',
    en: 'The draft still has {count} {count:problem|problems}. Mend {count:it|them} before publishing.',
  },
  'drafts.alreadyPublished': {
    'zh-CN': '内容相同的 {version} 版已经发布。',
    en: 'Version {version} with this very content is published already.',
  },
  'drafts.versionTaken': {
    'zh-CN': '{version} 版已经以其他内容发布，不能更改。请使用高于 {latest} 的版本号。',
    en: 'Version {version} is published with other content, which cannot change. Use a version number above {latest}.',
  },
  'drafts.versionLower': {
    'zh-CN': '版本号 {version} 低于已发布的 {latest}，请使用更高的版本号。',
    en: 'Version {version} is below {latest}, which is published already. Use a higher number.',
  },
  'drafts.changed': {
    'zh-CN': '草稿在此期间已被修改或发布，请重新查看后再决定。',
    en: 'The draft was changed or published meanwhile. Look at it again before you decide.',
  },
  'drafts.publishTitle': { 'zh-CN': '发布准则', en: 'Publish criteria' },
  'drafts.publishLead': {
    'zh-CN': '发布后，此版本的内容永久冻结，不能修改，也不能删除；以后只能发布更高的版本，或将其停用。新的评价即可选用。',
    en: 'Publishing freezes the content of this version for good: it can be neither changed nor deleted. Later you can publish a higher version, or retire this one. New assessments can use it at once.',
  },
  'drafts.previous': { 'zh-CN': '已发布的最高版本', en: 'Highest version so far' },
  'drafts.firstVersion': { 'zh-CN': '无，这是第一个版本', en: 'none, this is the first' },
  'drafts.publishNow': { 'zh-CN': '发布 {version} 版并冻结', en: 'Publish and freeze version {version}' },
  'drafts.published': { 'zh-CN': '{version} 版已发布。', en: 'Version {version} was published.' },
  'drafts.back': { 'zh-CN': '返回草稿', en: 'Back to the draft' },

  'drafts.origin': { 'zh-CN': '来源', en: 'Origin' },
  'drafts.shipped': { 'zh-CN': '准则文件夹', en: 'criteria folder' },
  'drafts.publishedBy': { 'zh-CN': '{name} 于 {date} 发布', en: 'published by {name}, {date}' },
  'drafts.retired': { 'zh-CN': '已停用', en: 'Retired' },
  'drafts.retiredBy': {
    'zh-CN': '{name} 于 {date} 停用。新的评价不再选用；已经开始和已经完成的评价不受影响。',
    en: 'Retired by {name}, {date}. New assessments cannot use it; those that began with it are not affected.',
  },
  'drafts.retire': { 'zh-CN': '停用此版本', en: 'Retire this version' },
  'drafts.restore': { 'zh-CN': '恢复使用', en: 'Offer it again' },
  'drafts.retiredNotice': { 'zh-CN': '此版本已停用。', en: 'The version was retired.' },
  'drafts.restoredNotice': { 'zh-CN': '此版本已恢复使用。', en: 'The version is offered again.' },

  'drafts.tryTitle': { 'zh-CN': '试评：{title}', en: 'Try: {title}' },
  'drafts.tryNote': { 'zh-CN': '试评，不保存任何内容', en: 'A trial; nothing is stored' },
  'drafts.tryRate': { 'zh-CN': '计算', en: 'Work it out' },
  'drafts.tryClear': { 'zh-CN': '全部清空', en: 'Clear all' },
  'drafts.tryProblems': {
    'zh-CN': '草稿还有问题，改正后才能试评。',
    en: 'The draft still has problems. Mend them before trying it.',
  },
  'drafts.expected': { 'zh-CN': '应提供的证据', en: 'Evidence to hand in' },
} as const satisfies Catalogue;
