SELECT format('%s rows were left in the intake', count(*)) AS fault FROM staffing_intake HAVING count(*) > 0;
