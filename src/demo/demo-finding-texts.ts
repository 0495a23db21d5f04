import type { FindingGrade } from '../model/criteria.ts';
import type { FindingState } from '../model/finding-life.ts';

/** A finding of the demonstration's audit, and how far it has come. */
export interface DemoFinding {
  readonly clause: string;
  readonly grade: FindingGrade;
  readonly requirement: string;
  readonly statement: string;
  readonly state: FindingState;
  readonly answer?: DemoAnswer;
  /** Why the answer was not enough. */
  readonly returned?: string;
  /** What was done, with the name of the file that shows it. */
  readonly proof?: { readonly text: string; readonly file: string };
  readonly verified?: string;
}

export interface DemoAnswer {
  readonly correction: string;
  readonly cause: string;
  readonly action: string;
  readonly responsible: string;
}

/** One finding at each stage, and two that need no answer. */
export const demoFindings: readonly DemoFinding[] = [
  {
    clause: 'repair-records',
    grade: 'minor',
    requirement: '维修服务应有记录，完工后由顾客签字确认。',
    statement: '抽查二十份上门维修单，三份（MY-0316、MY-0342、MY-0377）没有顾客签字，其中一份没有填写完工时间。',
    state: 'closed',
    answer: {
      correction: '三张维修单已回访顾客并补签，缺少的完工时间按工单系统的记录补填。',
      cause: '纸质维修单没有把签字列为必填项，交单时客服只核对收费，不核对签字。',
      action: '改用电子维修单，签字和完工时间不填不能结单；客服每周抽查二十单，连续四周。',
      responsible: '周主管',
    },
    proof: { text: '电子维修单已启用，附首周抽查记录。', file: '电子维修单首周抽查记录.txt' },
    verified: '在工单系统随机抽取三十单，签字和完工时间齐全；查看四周抽查记录，未再出现缺项。',
  },
  {
    clause: 'staff-conduct',
    grade: 'minor',
    requirement: '服务人员上门应佩戴工牌、说明身份，并保护顾客家中环境。',
    statement: '跟随六次上门安装，一次未佩戴工牌，两次未铺设地面保护垫。',
    state: 'verified',
    answer: {
      correction: '当日已为无锡门店安装组补发工牌和保护垫。',
      cause: '保护垫由个人保管，损耗后没有补领渠道；出车前没有检查。',
      action: '保护垫和工牌列入出车检查表，由班组长逐车签字；每月统计顾客对上门规范的评价。',
      responsible: '安装组 许班长',
    },
    proof: { text: '出车检查表已执行三周，附检查表汇总。', file: '出车检查表汇总.txt' },
    verified: '现场查看四辆车的出车检查表和物品，均齐全；当月顾客评价中没有再提到此类问题。',
  },
  {
    clause: 'spare-parts-stock',
    grade: 'minor',
    requirement: '应按商品的使用年限储备配件，帐物相符。',
    statement: '抽查二十种五金配件，两种（抽屉滑轨 450 mm、阻尼铰链）帐面有数而库位为空。',
    state: 'implemented',
    answer: {
      correction: '已盘点全部五金配件，调整帐面差异七项，缺少的两种配件已到货。',
      cause: '网点领用后只在微信群登记，月底才入帐。',
      action: '领用改为扫码出库，随用随记；库存低于两周用量时系统自动提醒采购。',
      responsible: '仓配中心 吴主任',
    },
    proof: { text: '扫码出库已上线，附本月循环盘点表。', file: '五金配件循环盘点表.txt' },
  },
  {
    clause: 'document-control',
    grade: 'minor',
    requirement: '使用场所应能得到文件的现行版本，作废文件应收回或标识。',
    statement: '无锡门店使用的《退换货办理细则》为第 2 版，现行版本为第 4 版。',
    state: 'accepted',
    answer: {
      correction: '已收回旧版，门店改用第 4 版，并核对了当月按旧版办理的五单退换货，未造成顾客损失。',
      cause: '文件更新只发邮件，没有门店签收和旧版收回的要求。',
      action: '文件统一放在内部平台，门店不再保留纸质版；每次换版由门店在三日内确认。',
      responsible: '综合办公室',
    },
  },
  {
    clause: 'complaint-channel',
    grade: 'minor',
    requirement: '各渠道收到的投诉都应登记并跟踪到办结。',
    statement: '电商平台上月的十八条差评中，六条没有转入投诉台账，也没有处理记录。',
    state: 'returned',
    answer: {
      correction: '六条差评已补登台账并逐一联系顾客。',
      cause: '运营人员疏忽。',
      action: '加强培训。',
      responsible: '电商运营部',
    },
    returned: '原因没有追到管理层面：为什么差评可以不进台账？请说明平台与台账之间怎样衔接，措施要能查证。',
  },
  {
    clause: 'customer-privacy',
    grade: 'minor',
    requirement: '收集顾客信息应限于服务所需，并控制谁可以查看。',
    statement: '派单微信群中可看到顾客姓名、电话和详细地址，离职人员仍有两人在群内。',
    state: 'answered',
    answer: {
      correction: '已将两名离职人员移出，历史消息由管理员清理。',
      cause: '派单系统不支持手机端查看，只能借助微信群；人员离职时没有检查群成员。',
      action: '下月启用派单手机端，电话改用虚拟号；离职手续增加“退出工作群”一项，由人事确认。',
      responsible: '信息部 郑工',
    },
  },
  {
    clause: 'first-response-rate',
    grade: 'minor',
    requirement: '公布的响应时限应有数据证明达到。',
    statement: '公布“十分钟内响应”，但系统只记录派单时间，不记录首次响应时间，达标率由人工估计。',
    state: 'issued',
  },
  {
    clause: 'product-recall',
    grade: 'major',
    requirement: '发现商品可能危及安全时，应能及时通知顾客并召回。',
    statement: '某款儿童床护栏松脱已收到四起报修，没有评估是否危及安全，也没有可以找到购买者的程序。',
    state: 'issued',
  },
  {
    clause: 'complaint-analysis',
    grade: 'observation',
    requirement: '',
    statement: '投诉按门店统计，没有按商品统计，同一款商品的问题不容易看出来。',
    state: 'issued',
  },
  {
    clause: 'remote-support',
    grade: 'strength',
    requirement: '',
    statement: '安装视频逐款拍摄，顾客扫码即可观看，四成安装问题不必上门就能解决。',
    state: 'issued',
  },
];

/** Days from the last day of the audit to the day on which the company should have answered. */
export const shortAnswerDays = 5;
