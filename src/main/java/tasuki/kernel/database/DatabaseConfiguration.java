package tasuki.kernel.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskDecorator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;

/** The pools, the transaction manager, and the tables before anybody asks for them. */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

  @Bean(destroyMethod = "close")
  HikariDataSource appPool(DatabaseProperties properties) {
    return pool("app", properties, properties.app(), properties.pool());
  }

  @Bean(destroyMethod = "close")
  HikariDataSource jobPool(DatabaseProperties properties) {
    return pool("job", properties, properties.job(), properties.jobPool());
  }

  @Bean
  @org.springframework.context.annotation.Primary
  DataSource dataSource(
      DatabaseProperties properties, HikariDataSource appPool, HikariDataSource jobPool) {
    new Migrations(properties).run();
    return new ActorDataSource(appPool, jobPool);
  }

  @Bean
  PlatformTransactionManager transactionManager(DataSource dataSource) {
    return new ActorTransactionManager(dataSource);
  }

  /** Listeners run after the request that caused them, as a job of their own. */
  @Bean
  TaskDecorator listenersActAsJobs() {
    return task -> () -> Acting.run(new Actor.Job("listener"), task);
  }

  private static HikariDataSource pool(
      String name, DatabaseProperties properties, DatabaseProperties.Role role, int size) {
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName(name);
    pool.setJdbcUrl(properties.url());
    pool.setUsername(role.user());
    pool.setPassword(role.password());
    pool.setMaximumPoolSize(size);
    pool.setMinimumIdle(2);
    pool.setConnectionTimeout(5_000);
    pool.setValidationTimeout(2_000);
    pool.setKeepaliveTime(60_000);
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    pool.addDataSourceProperty("ApplicationName", "tasuki-" + name);
    // The server's zone is UTC; dates with a meaning in Japan are computed in Java.
    pool.setConnectionInitSql("set timezone = 'UTC'");
    return pool;
  }
}
