/**
 * Posts a form and tells how far it is, in whole percent. Resolves with the status, 0 when the connection broke off, and
 * the JSON that was answered, if any. `fetch` cannot tell the progress of an upload, hence the older request.
 */
export function sendForm(address, data, onProgress) {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('Accept', 'application/json');
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(Math.floor((loaded / total) * 100)));
    request.addEventListener('load', () => done({ status: request.status, body: request.response }));
    for (const event of ['error', 'abort', 'timeout']) request.addEventListener(event, () => done({ status: 0, body: null }));
    request.send(data);
  });
}
