package dev.plimsoll.ui.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class AgeScaleTest {

    @Test
    void agesAreExactWhereItMattersAndNeverOffByMoreThanAFifth() {
        for (int age = 0; age < 32; age++) {
            assertEquals(age, AgeScale.age(AgeScale.classOf(age)));
        }
        for (int age = 32; age < 8000; age++) {
            int told = AgeScale.age(AgeScale.classOf(age));
            assertEquals(age, told, age * 0.2);
        }
    }
}
