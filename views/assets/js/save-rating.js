/**
 * Sends the fields of a rating. Resolves to `{outcome}`: 'saved' with revision and savedAt, 'conflict' with what stands
 * there now, 'refused' with a message, 'stale' when the assessment has other criteria now, 'signed-out', or
 * 'unreachable'.
 */
export async function sendRating(address, body, { keepalive = false } = {}) {
  let response;
  try {
    response = await fetch(address, {
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
      body,
      keepalive,
    });
  } catch {
    return { outcome: 'unreachable' };
  }
  const answer = await response.json().catch(() => null);
  if (response.ok && answer) return { outcome: 'saved', ...answer };
  if (response.status === 401) return { outcome: 'signed-out' };
  if (answer?.stale) return { outcome: 'stale', ...answer.stale };
  if (answer?.conflict) return { outcome: 'conflict', conflict: answer.conflict };
  if (!answer) return { outcome: 'unreachable' };
  if (response.status >= 500) return { outcome: 'unreachable', message: answer.error.message };
  return { outcome: 'refused', message: answer.error.fields?.rating ?? answer.error.fields?.note ?? answer.error.message };
}
