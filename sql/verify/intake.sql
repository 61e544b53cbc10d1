-- Unlogged tables, which a standby has not: there, this is not asked.
SELECT format('%s rows were left in the intake', count(*)) AS fault
FROM (SELECT FROM staffing_intake UNION ALL SELECT FROM staffing_intake_place UNION ALL SELECT FROM staffing_intake_name UNION ALL SELECT FROM staffing_intake_reading
      UNION ALL SELECT FROM staffing_intake_aside UNION ALL SELECT FROM staffing_intake_total) left_over HAVING count(*) > 0;
