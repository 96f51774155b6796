/* A photo from a phone has several megabytes and says where it was taken. It is drawn anew before it is sent: large enough
   to read a form on it, without the position. Where the browser cannot read or draw it, it goes as it is. */
const LONGEST = 2000;
const KINDS = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif'];

async function smaller(file) {
  if (!KINDS.includes(file.type)) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const paper = canvas.getContext('2d');
    paper.fillStyle = 'white';
    paper.fillRect(0, 0, canvas.width, canvas.height);
    paper.imageSmoothingQuality = 'high';
    paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise((done) => { canvas.toBlob(done, 'image/jpeg', 0.85); });
    return blob ? new File([blob], `${file.name.replace(/\.[^.]*$/, '')}.jpg`, { type: 'image/jpeg' }) : file;
  } catch {
    return file;
  }
}

/* One after the other: a phone has room for one large picture. */
async function allSmaller(files) {
  const drawn = [];
  for (const file of files) drawn.push(await smaller(file));
  return drawn;
}

function put(input, files) {
  const kept = new DataTransfer();
  files.forEach((file) => kept.items.add(file));
  input.files = kept.files;
}

const megabytes = (files) => `${Math.max(0.1, files.reduce((sum, file) => sum + file.size, 0) / 1e6).toFixed(1)} MB`;

function say(input, files, large) {
  const status = input.closest('.field, .composer')?.querySelector('[data-file-status]');
  if (!status) return;
  status.setAttribute('role', 'status');
  status.classList.toggle('field-error', Boolean(large));
  if (large) status.textContent = input.dataset.tooLarge.replace('#', large.name);
  else status.textContent = files.length ? `${files.map((file) => file.name).join('、')} ${megabytes(files)}` : '';
}

async function shrink(input) {
  const buttons = [...(input.form?.querySelectorAll('button:not([type="button"])') ?? [])].filter((button) => !button.disabled);
  buttons.forEach((button) => { button.disabled = true; });
  try {
    const files = await allSmaller(input.files);
    const large = files.find((file) => file.size > Number(input.dataset.limitBytes));
    const kept = files.filter((file) => file !== large);
    put(input, kept);
    say(input, kept, large);
  } catch {
    /* This browser lets nobody change what was chosen. */
  } finally {
    buttons.forEach((button) => { button.disabled = false; });
  }
}

document.addEventListener('change', (event) => {
  if (event.target.matches?.('input[type="file"][data-shrink]')) shrink(event.target);
});
