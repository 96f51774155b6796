/* Words on screen come from the server, in the reader's language; # stands for the value. */
const source = document.getElementById('words');

export function word(name, value) {
  return (source?.dataset[name] ?? '').replace('#', value ?? '');
}

/** The reader's own clock time, hour and minute. */
export function clock(time) {
  return new Date(time).toLocaleTimeString('ja-JP', { hour: 'numeric', minute: '2-digit' });
}
