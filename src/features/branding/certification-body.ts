/** The body as certificates name it. */
export interface CertificationBody {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly addressZh: string;
  readonly addressEn: string;
  /** Number of its approval or accreditation; null: not printed. */
  readonly accreditation: string | null;
  readonly phone: string | null;
  readonly website: string | null;
}
