SELECT format('the trail of %s is %s at row %s', chain, fault, number) AS fault FROM audit_fault();
