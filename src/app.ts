import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import compression from 'compression';
import express, { type Express, type Request, type Response } from 'express';
import { pinoHttp } from 'pino-http';
import type { Deps } from './deps.ts';
import { accountSecurityRoutes } from './features/account-security/security-routes.ts';
import { accountRoutes } from './features/accounts/account-routes.ts';
import { reauthenticate } from './features/accounts/reauthenticate.ts';
import { requestFrame } from './features/accounts/request-frame.ts';
import { demandSecondFactor } from './features/accounts/second-factor-demand.ts';
import { tokenAccess } from './features/api-tokens/token-access.ts';
import { tokenPageRoutes } from './features/api-tokens/token-routes.ts';
import { exportRoutes } from './features/assessment-exports/export-routes.ts';
import { assessmentFileRoutes } from './features/assessment-files/assessment-file-routes.ts';
import { partPlanRoutes } from './features/assessment-parts/part-plan-routes.ts';
import { assessmentGate } from './features/assessments/assessment-gate.ts';
import { assessmentRoutes } from './features/assessments/assessment-routes.ts';
import { assignmentRoutes } from './features/assignments/assignment-routes.ts';
import { bookletRoutes } from './features/booklets/booklet-routes.ts';
import { brandRoutes } from './features/branding/brand-routes.ts';
import { readPaperBrand } from './features/branding/brand-store.ts';
import { caseRoutes } from './features/cases/case-routes.ts';
import { certificateRoutes } from './features/certificates/certificate-routes.ts';
import { competenceRoutes } from './features/competences/competence-routes.ts';
import { criteriaRoutes } from './features/criteria/criteria-routes.ts';
import { openDraftChecks } from './features/criteria-drafts/check-cache.ts';
import { criteriaDraftRoutes } from './features/criteria-drafts/draft-routes.ts';
import { criteriaUpgradeRoutes } from './features/criteria-upgrades/upgrade-routes.ts';
import { disputeRoutes } from './features/disputes/dispute-routes.ts';
import { documentRoutes } from './features/documents/document-routes.ts';
import { verifyRoutes } from './features/documents/verify-routes.ts';
import { draftFormRoutes } from './features/draft-forms/draft-form-routes.ts';
import { evidenceRoutes } from './features/evidence/evidence-routes.ts';
import { nonconformityRoutes } from './features/finding-forms/nonconformity-routes.ts';
import { findingRoutes } from './features/findings/finding-routes.ts';
import { holidayRoutes } from './features/holidays/holiday-routes.ts';
import { homeRoutes } from './features/home/home-routes.ts';
import { statementRoutes } from './features/independence/statement-routes.ts';
import { integrityRoutes } from './features/integrity/integrity-routes.ts';
import { mailRoutes } from './features/mail/mail-routes.ts';
import { inboxRoutes } from './features/notices/inbox-routes.ts';
import { organizationRoutes } from './features/organizations/organization-routes.ts';
import { packageRoutes } from './features/packages/package-routes.ts';
import { passkeyRoutes } from './features/passkeys/passkey-routes.ts';
import { resetRoutes } from './features/password-resets/reset-routes.ts';
import { colleagueRoutes } from './features/people/colleague-routes.ts';
import { personRoutes } from './features/people/person-routes.ts';
import { agendaRoutes } from './features/plans/agenda-routes.ts';
import { planFileRoutes } from './features/plans/plan-file-routes.ts';
import { planRoutes } from './features/plans/plan-routes.ts';
import { portfolioRoutes } from './features/portfolio/portfolio-routes.ts';
import { personDataRoutes } from './features/privacy/person-data-routes.ts';
import { programmeRoutes } from './features/programmes/programme-routes.ts';
import { receivedRoutes } from './features/received-assessments/received-routes.ts';
import { reconciliationRoutes } from './features/reconciliation/reconciliation-routes.ts';
import { registerRoutes } from './features/register/register-routes.ts';
import { reportRoutes } from './features/reports/report-routes.ts';
import { requestRoutes } from './features/requests/request-routes.ts';
import { resultRoutes } from './features/results/result-routes.ts';
import { retentionRoutes } from './features/retention/retention-routes.ts';
import { sampleRoutes } from './features/samples/sample-routes.ts';
import { selfRoutes } from './features/self-comparison/self-routes.ts';
import { singleSignOnRoutes } from './features/single-sign-on/single-sign-on-routes.ts';
import { surveyRoutes } from './features/surveys/survey-routes.ts';
import { taskRoutes } from './features/tasks/task-routes.ts';
import { teamRoutes } from './features/teams/team-routes.ts';
import { trailRoutes } from './features/trail-pages/trail-routes.ts';
import { clauseTeamRoutes } from './features/workbench/clause-team-routes.ts';
import { workbenchRoutes } from './features/workbench/workbench-routes.ts';
import { projectRoot } from './project-root.ts';
import { type Assets, openAssets } from './web/assets.ts';
import { errorHandler, notFound } from './web/error-handler.ts';
import { frameOf, hasFrame } from './web/frame.ts';
import { healthRoutes } from './web/health.ts';
import { limitHeavyRequests } from './web/request-limits.ts';
import { sameOriginOnly } from './web/same-origin.ts';
import { securityHeaders } from './web/security-headers.ts';
import { sessions } from './web/session.ts';
import { useViews } from './web/views.ts';

/** The whole HTTP side, in the order in which a request passes through it. */
export function createApp(deps: Deps, assets: Assets = openAssets()): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', deps.config.trustedProxies);
  app.set('query parser', 'simple');
  app.set('etag', false);
  app.enable('view cache');
  useViews(app, join(projectRoot, 'views'));

  app.use(requestLog(deps));
  app.use(securityHeaders(deps.config.address));
  app.use('/assets', assets.serve);
  app.use(healthRoutes(deps));
  app.use(sameOriginOnly(deps.config.address));
  app.use(compression());
  app.use(tokenAccess(deps));
  app.use(sessions(deps));
  app.use(requestFrame(deps, assets));
  app.use(limitHeavyRequests());
  app.use(assessmentGate(deps));
  app.use(express.urlencoded({ extended: false, limit: '1mb', parameterLimit: 5000 }));
  app.use(express.json({ limit: '1mb' }));
  app.use(demandSecondFactor(deps));

  useAccounts(app, deps);
  useCriteria(app, deps);
  useAssessments(app, deps);
  useAuditWork(app, deps);
  app.use(caseRoutes(deps));
  app.use(programmeRoutes(deps));
  app.use(disputeRoutes(deps));
  app.use(holidayRoutes(deps));
  app.use(homeRoutes(deps));

  app.use(notFound);
  app.use(errorHandler);
  return app;
}

/** Who works here, and for whom. */
function useAccounts(app: Express, deps: Deps): void {
  app.use(accountRoutes(deps));
  app.use(accountSecurityRoutes(deps));
  app.use(passkeyRoutes(deps));
  app.use(singleSignOnRoutes(deps));
  app.use(tokenPageRoutes(deps));
  app.use(resetRoutes(deps));
  app.use(organizationRoutes(deps));
  app.use(personRoutes(deps));
  app.use(colleagueRoutes(deps));
  app.use(personDataRoutes(deps));
  app.use(retentionRoutes(deps));
  app.use(competenceRoutes(deps));
  app.use(inboxRoutes(deps));
  app.use(taskRoutes(deps));
  app.use(mailRoutes(deps, reauthenticate(deps)));
}

/** What is asked. Drafts come first: their paths look like those of a criteria version. */
function useCriteria(app: Express, deps: Deps): void {
  const draftChecks = openDraftChecks();
  app.use(criteriaDraftRoutes(deps, draftChecks));
  app.use(draftFormRoutes(deps, draftChecks));
  app.use(criteriaRoutes(deps));
  app.use(bookletRoutes(deps));
}

/** An assessment from its arrangements to its report. */
function useAssessments(app: Express, deps: Deps): void {
  app.use(assessmentRoutes(deps));
  app.use(partPlanRoutes(deps));
  app.use(criteriaUpgradeRoutes(deps));
  app.use(workbenchRoutes(deps));
  app.use(resultRoutes(deps));
  app.use(reportRoutes(deps, readPaperBrand));
  app.use(brandRoutes(deps));
  app.use(documentRoutes(deps));
  app.use(packageRoutes(deps));
  app.use(assessmentFileRoutes(deps));
  app.use(exportRoutes(deps));
  app.use(receivedRoutes(deps));
  app.use(trailRoutes(deps));
  app.use(certificateRoutes(deps));
  app.use(registerRoutes(deps));
  app.use(verifyRoutes(deps));
  app.use(portfolioRoutes(deps));
}

/** What makes an audit of it: people, plan, evidence, findings. */
function useAuditWork(app: Express, deps: Deps): void {
  app.use(statementRoutes(deps));
  app.use(teamRoutes(deps));
  app.use(planRoutes(deps));
  app.use(planFileRoutes(deps));
  app.use(agendaRoutes(deps));
  app.use(evidenceRoutes(deps));
  app.use(integrityRoutes(deps));
  app.use(requestRoutes(deps));
  // The printed forms have an address of their own beside those of single findings, and come first.
  app.use(nonconformityRoutes(deps));
  app.use(findingRoutes(deps));
  app.use(assignmentRoutes(deps));
  app.use(sampleRoutes(deps));
  app.use(surveyRoutes(deps));
  app.use(clauseTeamRoutes(deps));
  app.use(reconciliationRoutes(deps));
  app.use(selfRoutes(deps));
}

/** One line a request, with an id that error pages show as their reference. */
function requestLog(deps: Deps) {
  return pinoHttp<Request, Response>({
    logger: deps.log,
    genReqId: () => randomUUID().slice(0, 13),
    autoLogging: { ignore: (req) => /^\/(assets|healthz|readyz)\b/.test(req.url ?? '') },
    customLogLevel: (_req, res, error) => (error || res.statusCode >= 500 ? 'error' : res.statusCode >= 400 ? 'warn' : 'info'),
    // Who tried, also where it was refused.
    customProps: (_req, res) => (hasFrame(res) ? { person: frameOf(res).actor?.id ?? null } : {}),
    serializers: {
      req: (req) => ({ id: req.id, method: req.method, url: redactTokens(req.url), ip: req.remoteAddress }),
      res: (res) => ({ status: res.statusCode }),
    },
  });
}

/** The tokens of one-time links and what a provider answers stand in the address; the log must not let anybody use them. */
function redactTokens(url: string): string {
  return url
    .replace(/^\/(setup|password)\/[^/?]+/, '/$1/[redacted]')
    .replace(/^(\/sign-in\/oidc\/callback)\?.*$/, '$1?[redacted]');
}
