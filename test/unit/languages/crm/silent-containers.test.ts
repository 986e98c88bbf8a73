import { checkDiagnostics, checkFix } from '../../../support/check';

const two = 'primitive a ocf:heartbeat:Dummy\nprimitive b ocf:heartbeat:Dummy\n';

suite('crm: what crm makes something else of', () => {
  test('a second resource of a clone is a parameter', () =>
    checkDiagnostics('crm', `${two}clone c a b\n          ^ warning crm/container-attribute\n`, {
      only: 'crm/container-attribute',
    }));
  test('a member behind meta is a meta attribute', () =>
    checkDiagnostics(
      'crm',
      `${two}group g a meta target-role=Started b\n                                   ^ warning crm/container-attribute\n`,
      { only: 'crm/container-attribute' },
    ));
  test('a meta attribute without meta', () =>
    checkFix(
      'crm',
      `${two}clone c a interleave=true clone-max=2\n`,
      'crm/container-attribute',
      `${two}clone c a meta interleave=true clone-max=2\n`,
    ));
  test('a name that no resource bears, and parameters of a group, are left in peace', () =>
    checkDiagnostics('crm', `${two}group g a state=/run/x fake\n`, { only: 'crm/container-attribute' }));
  test('an order has no score', () =>
    checkDiagnostics(
      'crm',
      `${two}order o 5: a b\n        ^ information crm/order-score\norder p -inf: a b\n        ^^^^ warning crm/order-score\n`,
      { only: 'crm/order-score' },
    ));
  test('inf and 0 are the usual spelling of kinds', () =>
    checkDiagnostics('crm', `${two}order o inf: a b\norder p 0: a b\n`, { only: 'crm/order-score' }));
  test('node-attribute is written in small letters', () =>
    checkDiagnostics(
      'crm',
      `${two}colocation c inf: a b node-attribute=Rack\n                                     ^^^^ warning crm/lowered-node-attribute\n`,
      { only: 'crm/lowered-node-attribute' },
    ));
});
