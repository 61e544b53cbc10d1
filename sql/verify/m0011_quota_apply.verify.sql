SELECT 'quota_apply() may be called by anyone with a temporary schema before public' AS fault
FROM pg_proc WHERE oid = 'quota_apply()'::regprocedure
  AND NOT coalesce('search_path=pg_catalog, public, pg_temp' = ANY (proconfig), false);
