package org.ringlight.analytics.spark;

import org.apache.spark.sql.SparkSession;

/** One session for all tests of the module: starting one takes seconds. */
public final class SharedSpark {

  public static final SparkSession SESSION = SparkSessions.open("local[2]");

  private SharedSpark() {}
}
