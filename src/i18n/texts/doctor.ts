import type { Catalogue } from '../catalogue.ts';

/** What `assay doctor` says of a deployment. */
export const doctorTexts = {
  'doctor.cli': {
    'zh-CN': '检查部署：目录权限、地址与 TLS、数据库、时钟、磁盘、邮件、密钥、病毒检查',
    en: 'look a deployment over: folders, address and TLS, database, clock, disk, mail, keys, virus scanner',
  },
  'doctor.fine': { 'zh-CN': '正常', en: 'fine' },
  'doctor.advice': { 'zh-CN': '建议', en: 'advice' },
  'doctor.mend': { 'zh-CN': '须改', en: 'MEND' },
  'doctor.folderClosed': { 'zh-CN': '只有属主能读数据目录 {folder}', en: 'Only its owner reads the data folder {folder}' },
  'doctor.folderOpen': {
    'zh-CN': '其他用户也能读数据目录 {folder}。请执行 chmod 700。',
    en: 'Others on this machine can read the data folder {folder}. Run chmod 700 on it.',
  },
  'doctor.keyOpen': {
    'zh-CN': '其他用户也能读密钥文件 {file}。请执行 chmod 600。',
    en: 'Others on this machine can read {file}. Run chmod 600 on it.',
  },
  'doctor.disk': { 'zh-CN': '磁盘剩余 {free} MB', en: '{free} MB are free on the disk' },
  'doctor.diskLow': {
    'zh-CN': '磁盘只剩 {free} MB，很快将无法提交证据。请扩容。',
    en: 'Only {free} MB are free on the disk; evidence can soon not be taken in. Make room.',
  },
  'doctor.local': {
    'zh-CN': '地址 {address} 只适合本机试用；对外请用 https 并设置 ASSAY_ADDRESS。',
    en: '{address} is for trying out on this machine. For others use https and set ASSAY_ADDRESS.',
  },
  'doctor.noTls': {
    'zh-CN':
      '地址 {address} 没有 TLS，密码和证据会明文传输，Cookie 也没有 Secure。请在前面放一个终止 TLS 的代理，并把 ASSAY_ADDRESS 改为 https。',
    en: '{address} has no TLS: passwords and evidence travel readable, and cookies are not Secure. Put a proxy with TLS in front and set ASSAY_ADDRESS to https.',
  },
  'doctor.noProxy': {
    'zh-CN':
      '地址 {address} 用 https，但 ASSAY_TRUSTED_PROXIES 为 0：程序本身不终止 TLS，会认不出安全连接和访客地址。请设为代理的层数。',
    en: '{address} is https, but ASSAY_TRUSTED_PROXIES is 0. A proxy must end TLS; without that number neither secure connections nor the addresses of visitors are known.',
  },
  'doctor.tls': {
    'zh-CN': '地址 {address} 用 https，Cookie 为 Secure，并发送 HSTS',
    en: '{address} is https; cookies are Secure and HSTS is sent',
  },
  'doctor.notMigrated': {
    'zh-CN': '数据库结构不是最新。请运行 assay migrate，或重新启动。',
    en: 'The database is not up to date. Run assay migrate, or start the server.',
  },
  'doctor.sqlite': { 'zh-CN': '数据库（SQLite）可用，结构最新', en: 'The database (SQLite) works and is up to date' },
  'doctor.postgres': { 'zh-CN': '数据库（PostgreSQL）可用，结构最新', en: 'The database (PostgreSQL) works and is up to date' },
  'doctor.clockFine': { 'zh-CN': '时钟不早于最新的操作记录', en: 'The clock is not behind the newest entry of the audit trail' },
  'doctor.clock': {
    'zh-CN': '时钟早于最新的操作记录（{last}）。请校准时钟。',
    en: 'The clock is behind the newest entry of the audit trail ({last}). Set it right.',
  },
  'doctor.noMail': {
    'zh-CN': '没有配置邮件：邀请和重设密码的链接要由管理员转交。',
    en: 'No mail is configured: the administrator hands over invitations and password links.',
  },
  'doctor.mail': { 'zh-CN': '邮件服务器可用', en: 'The mail server answers' },
  'doctor.mailAway': {
    'zh-CN': '连接不上邮件服务器，或用户名密码不对。请检查 ASSAY_SMTP_URL。',
    en: 'The mail server does not answer or refuses name and password. Check ASSAY_SMTP_URL.',
  },
  'doctor.noScanner': {
    'zh-CN': '没有配置病毒检查，见 ASSAY_CLAMD。',
    en: 'Files are not scanned for viruses; see ASSAY_CLAMD.',
  },
  'doctor.scanner': { 'zh-CN': '病毒检查可用：{version}', en: 'The virus scanner answers: {version}' },
  'doctor.scannerAway': {
    'zh-CN': '连接不上病毒检查程序，新文件无法下载。请检查 ASSAY_CLAMD。',
    en: 'The virus scanner does not answer, so that new files cannot be downloaded. Check ASSAY_CLAMD.',
  },
  'doctor.noSigning': {
    'zh-CN': '没有配置签名密钥，无法签发带签名的证书，见 ASSAY_SIGNING_KEY。',
    en: 'No signing key is configured, so that certificates are not signed; see ASSAY_SIGNING_KEY.',
  },
  'doctor.signing': { 'zh-CN': '签名密钥可用', en: 'The signing key works' },
  'doctor.signingBad': {
    'zh-CN': '签名密钥不可用（{trouble}）。请检查 ASSAY_SIGNING_KEY。',
    en: 'The signing key cannot be used ({trouble}). Check ASSAY_SIGNING_KEY.',
  },
  'doctor.factorOffered': {
    'zh-CN': '没有要求机构人员使用两步验证，见 ASSAY_SECOND_FACTOR。',
    en: 'The body’s people need no second factor; see ASSAY_SECOND_FACTOR.',
  },
  'doctor.factorRequired': { 'zh-CN': '机构人员必须使用两步验证', en: 'The body’s people need a second factor' },
  'doctor.plainFiles': {
    'zh-CN': '证据文件未加密存储，见 ASSAY_FILES_KEY_FILE。',
    en: 'Evidence lies unencrypted on the disk; see ASSAY_FILES_KEY_FILE.',
  },
  'doctor.sealedFiles': {
    'zh-CN': '证据文件加密存储；请确认密钥文件另有备份',
    en: 'Evidence lies encrypted; make sure that the file of keys is backed up elsewhere',
  },
  'doctor.backup': { 'zh-CN': '最近一次备份在 {hours} 小时前', en: 'The newest backup is {hours} {hours:hour|hours} old' },
  'doctor.backupOld': {
    'zh-CN': '最近一次备份已是 {hours} 小时前。请查看备份为何停了。',
    en: 'The newest backup is {hours} hours old. Look why backups have stopped.',
  },
  'doctor.backupNone': {
    'zh-CN': '在 {place} 没有找到备份，见 ASSAY_BACKUPS。',
    en: 'There is no backup at {place}; see ASSAY_BACKUPS.',
  },
  'doctor.provider': { 'zh-CN': '统一登录 {name} 应答正常', en: 'The provider of single sign-on, {name}, answers' },
  'doctor.providerAway': {
    'zh-CN': '统一登录 {name} 无应答，或应答的不是所配置的提供方。请检查 ASSAY_OIDC_ISSUER 和网络。',
    en: 'The provider of single sign-on, {name}, does not answer, or another one does. Check ASSAY_OIDC_ISSUER and the network.',
  },
  'doctor.providerPlain': {
    'zh-CN': '统一登录 {name} 没有声明支持 PKCE（S256），请在提供方确认。',
    en: 'The provider of single sign-on, {name}, does not say that it does PKCE with S256. Make sure there that it does.',
  },
  'doctor.bareAdministrators': {
    'zh-CN': '有 {count} 位管理员只凭密码登录。请在“账户与安全”设置两步验证或通行密钥。',
    en: '{count} {count:administrator signs|administrators sign} in with a password alone. Set up a second factor or a passkey under “Account and security”.',
  },
  'doctor.retention': { 'zh-CN': '保存期上次执行于 {last}', en: 'Periods of keeping were last applied {last}' },
  'doctor.retentionLate': {
    'zh-CN': '有保存期生效，但一天以来没有执行。请确认服务在运行，并查看日志。',
    en: 'Periods of keeping are in force, but were not applied for a day. Make sure that the server runs, and look into its log.',
  },
  'doctor.backupSqlite': {
    'zh-CN': '程序看不到备份（可用 ASSAY_BACKUPS 指出备份所在）。请确认定期备份整个数据目录，并试过恢复。',
    en: 'Backups cannot be seen from here (ASSAY_BACKUPS can say where they lie). Make sure that the whole data folder is backed up, and that restoring was tried.',
  },
  'doctor.backupPostgres': {
    'zh-CN': '程序看不到备份（可用 ASSAY_BACKUPS 指出备份所在）。请确认先备份数据库、再备份数据目录，并试过恢复。',
    en: 'Backups cannot be seen from here (ASSAY_BACKUPS can say where they lie). Make sure that the database and after it the data folder are backed up, and that restoring was tried.',
  },
} as const satisfies Catalogue;
