/** Put into `site.yml` of a test, so that the archive's pages name their source. */
export const repository = 'https://git.example.com/edit';
