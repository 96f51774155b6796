package tasuki.web;

import java.util.Map;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a balancer whether this node can serve: only while the database answers. */
@RestController
@Anybody
class HealthController {

  private static final int SECONDS = 2;

  private final JdbcTemplate jdbc;

  HealthController(DataSource dataSource) {
    jdbc = new JdbcTemplate(dataSource);
    jdbc.setQueryTimeout(SECONDS);
  }

  @GetMapping("/health")
  ResponseEntity<Map<String, String>> health() {
    try {
      jdbc.queryForObject("select 1", Integer.class);
      return answer(HttpStatus.OK, "up");
    } catch (DataAccessException failure) {
      return answer(HttpStatus.SERVICE_UNAVAILABLE, "down");
    }
  }

  private static ResponseEntity<Map<String, String>> answer(HttpStatus status, String word) {
    return ResponseEntity.status(status)
        .cacheControl(CacheControl.noStore())
        // Also to a browser, which asks for a page.
        .contentType(MediaType.APPLICATION_JSON)
        .body(Map.of("status", word));
  }
}
