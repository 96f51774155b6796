/* A photo from a phone has several megabytes; over a thin network a quarter of the width is as good. Where the browser
   cannot read it, it goes as it is. Drawing it anew also leaves out where it was taken. */
const LONGEST = 1600;
const KINDS = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif'];

async function smaller(file) {
  if (!KINDS.includes(file.type)) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => { canvas.toBlob(done, 'image/jpeg', 0.8); });
    if (!blob || (blob.size >= file.size && file.type === 'image/jpeg')) return file;
    return new File([blob], file.name.replace(/\.[^.]*$/, '') + '.jpg', { type: 'image/jpeg' });
  } catch {
    return file;
  }
}

const megabytes = (files) => `${Math.max(0.1, files.reduce((sum, file) => sum + file.size, 0) / 1e6).toFixed(1)} MB`;

async function shrink(input) {
  const status = input.closest('.field')?.querySelector('[data-file-status]');
  const button = input.form?.querySelector('button:not([type="button"])');
  if (button) button.disabled = true;
  const files = await Promise.all([...input.files].map(smaller));
  const large = files.find((file) => file.size > Number(input.dataset.limitBytes));
  const kept = new DataTransfer();
  files.filter((file) => file !== large).forEach((file) => kept.items.add(file));
  input.files = kept.files;
  if (button) button.disabled = false;
  if (!status) return;
  status.setAttribute('role', 'status');
  status.classList.toggle('field-error', Boolean(large));
  status.textContent = large ? input.dataset.tooLarge.replace('#', large.name)
    : kept.files.length ? `${[...kept.files].map((file) => file.name).join('、')} ${megabytes([...kept.files])}` : '';
}

document.addEventListener('change', (event) => {
  if (event.target.matches?.('input[type="file"][data-shrink]')) shrink(event.target);
});
