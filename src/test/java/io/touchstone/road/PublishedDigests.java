package io.touchstone.road;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What two runs under one seed are compared by. */
final class PublishedDigests {

  private PublishedDigests() {}

  /** Digest of all files of the published versions, and of those that DVC fetches. */
  static String of(JdbcClient database, String dataset) {
    return database
        .sql(
            """
            select string_agg(version || ' sha256 ' || root_sha256 || ' dvc ' || dvc_md5, ', '
                              order by version)
            from touchstone.dataset_version where dataset = ? and state = 'published'
            """)
        .param(dataset)
        .query(String.class)
        .single();
  }
}
