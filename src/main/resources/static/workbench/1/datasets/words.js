// Words of the page of datasets.

export const words = {
  title: 'Datasets',
  published: 'Published',
  tasks: 'Tasks',
  cannotShow: 'This cannot be shown',
  again: 'Try again',
  none: 'Nothing is published yet. A batch that has passed all its gates asks a second person for approval; then its version stands here.',
  heads: ['Dataset', 'Newest version', 'Records', ''],
  versionHeads: ['Version', 'Records', 'Published', 'Made by batch', ''],
  zip: 'Download ZIP',
  versions: 'Versions',
  card: 'Data card',
  fetch: 'Fetch it by program',
  fetchNote: 'Whoever or whatever fetches it needs a token that may read: entry Tokens.',
  recipes: (found) => [
    { title: 'One file, one call', code: `curl -OJ -H "Authorization: Bearer $TOKEN" ${found.zip}` },
    { title: 'With Git and DVC, for a repository of yours', code: `git clone --branch ${found.tag} ${found.git}\ncd ${found.dataset} && dvc pull` },
    { title: 'Check what arrived', code: `unzip ${found.dataset}-${found.version}.zip && cd ${found.dataset}-${found.version} && sha256sum -c sha256sums.txt` },
  ],
};
