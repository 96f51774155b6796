/* The list is the page; the map shows the same rows again for those who would rather look. */
const map = document.querySelector('[data-map]');
const rows = [...document.querySelectorAll('[data-latitude]')];

const load = (tag, attributes) =>
  new Promise((done, failed) => {
    const element = Object.assign(document.createElement(tag), attributes, { onload: done, onerror: failed });
    document.head.append(element);
  });

const draw = async () => {
  await Promise.all([
    load('link', { rel: 'stylesheet', href: '/webjars/leaflet/dist/leaflet.css' }),
    load('script', { src: '/webjars/leaflet/dist/leaflet.js' }),
  ]);
  const { L } = globalThis;
  const ground = document.createElement('div');
  ground.className = 'find-map-ground';
  map.append(ground);
  const drawn = L.map(ground, { zoomSnap: 0.5, maxZoom: 18 });
  drawn.attributionControl.setPrefix(false);
  if (map.dataset.tiles) L.tileLayer(map.dataset.tiles, { attribution: map.dataset.credit, maxZoom: 18 }).addTo(drawn);
  L.control.scale({ imperial: false }).addTo(drawn);
  const marks = rows.map((row) => {
    const place = [Number(row.dataset.latitude), Number(row.dataset.longitude)];
    const precise = row.dataset.precise === 'true';
    const mark = L.circleMarker(place, {
      radius: precise ? 9 : 13,
      color: '#0017c1',
      weight: 2,
      fillColor: '#0017c1',
      fillOpacity: precise ? 0.85 : 0.15,
      dashArray: precise ? null : '4 4',
    }).addTo(drawn);
    const words = document.createElement('span');
    words.textContent = [
      row.querySelector('.found-number').textContent,
      row.querySelector('h3 a').textContent,
      precise ? '' : `(${map.dataset.approximate})`,
    ].join(' ');
    mark.bindTooltip(words);
    mark.on('click', () => {
      rows.forEach((other) => other.classList.toggle('shown', other === row));
      row.scrollIntoView({ block: 'center' });
      row.querySelector('h3 a').focus({ preventScroll: true });
    });
    row.addEventListener('mouseenter', () => mark.openTooltip());
    row.addEventListener('mouseleave', () => mark.closeTooltip());
    return place;
  });
  drawn.fitBounds(L.latLngBounds(marks).pad(0.1), { maxZoom: 15 });
};

if (map && rows.length > 0) {
  /* On a phone nobody pays for a map before asking for it. */
  if (matchMedia('(min-width: 960px)').matches) draw();
  else {
    const ask = document.createElement('button');
    ask.type = 'button';
    ask.className = 'button secondary wide';
    ask.textContent = map.dataset.show;
    ask.addEventListener('click', () => { ask.remove(); draw(); });
    map.append(ask);
  }
}
